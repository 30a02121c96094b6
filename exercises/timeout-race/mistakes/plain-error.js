// fails: a slow task is given up exactly at the limit
export async function withTimeout(task, limitMs) {
  let timer;
  const timeIsUp = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Timed out after ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([task(), timeIsUp]);
  } finally {
    clearTimeout(timer);
  }
}

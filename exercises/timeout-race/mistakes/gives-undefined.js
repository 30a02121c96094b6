// fails: a slow task is given up exactly at the limit
export async function withTimeout(task, limitMs) {
  let timer;
  const timeIsUp = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  try {
    return await Promise.race([task(), timeIsUp]);
  } finally {
    clearTimeout(timer);
  }
}

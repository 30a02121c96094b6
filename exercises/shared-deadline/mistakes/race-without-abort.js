// fails: the steps share one deadline
export async function runWithin(steps, input, limitMs) {
  const deadlineMs = Date.now() + limitMs;
  const { signal } = new AbortController();
  let current;
  let timer;
  const timeIsUp = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Time was up during ${current}`)), limitMs);
  });
  let result = input;
  try {
    for (const { name, run } of steps) {
      current = name;
      result = await Promise.race([run(result, { signal, leftMs: deadlineMs - Date.now() }), timeIsUp]);
    }
    return result;
  } finally {
    clearTimeout(timer);
  }
}

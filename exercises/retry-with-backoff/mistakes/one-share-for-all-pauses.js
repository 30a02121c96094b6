// fails: every pause takes a random share of its own
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function retry(task, { attempts, baseMs, random, isTemporary }) {
  let pauseMs = Math.floor(random() * baseMs);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      if (attempt === attempts) throw new Error(`Gave up after attempt ${attempts}`, { cause: error });
      await sleep(pauseMs);
      pauseMs *= 2;
    }
  }
}

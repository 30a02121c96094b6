// fails: a busy service is asked again after pauses that double
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function retry(task, { attempts, baseMs, random, isTemporary }) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      if (attempt === attempts) throw new Error(`Gave up after attempt ${attempts}`, { cause: error });
      sleep(Math.floor(random() * baseMs * 2 ** (attempt - 1)));
    }
  }
}

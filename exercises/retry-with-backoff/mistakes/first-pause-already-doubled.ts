// fails: a busy service is asked again after pauses that double
type Options = {
  attempts: number;
  baseMs: number;
  random: () => number;
  isTemporary: (error: unknown) => boolean;
};

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function retry<Value>(task: () => Promise<Value>, options: Options): Promise<Value> {
  const { attempts, baseMs, random, isTemporary } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      if (attempt === attempts) throw new Error(`Gave up after attempt ${attempts}`, { cause: error });
      await sleep(Math.floor(random() * baseMs * 2 ** attempt));
    }
  }
}

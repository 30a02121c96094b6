export async function retry(task, options, attempt = 1) {
  const { attempts, baseMs, random, isTemporary } = options;
  return await task().catch(async (cause) => {
    if (!isTemporary(cause)) throw cause;
    if (attempt >= attempts) throw new Error(`Gave up after attempt ${attempts}`, { cause });
    const pauseMs = Math.floor(baseMs * random());
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return await retry(task, { ...options, baseMs: 2 * baseMs }, attempt + 1);
  });
}

// fails: each step is told how much time is left
export async function runWithin(steps, input, limitMs) {
  const signal = AbortSignal.timeout(limitMs);
  let result = input;
  let leftMs = limitMs;
  for (const { name, run } of steps) {
    const startedAtMs = Date.now();
    try {
      result = await run(result, { signal, leftMs });
    } catch (error) {
      throw signal.aborted ? new Error(`Time was up during ${name}`) : error;
    }
    leftMs = limitMs - (Date.now() - startedAtMs);
  }
  return result;
}

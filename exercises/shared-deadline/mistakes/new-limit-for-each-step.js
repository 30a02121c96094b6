// fails: the steps share one deadline
export async function runWithin(steps, input, limitMs) {
  const deadlineMs = Date.now() + limitMs;
  let result = input;
  for (const { name, run } of steps) {
    const signal = AbortSignal.timeout(limitMs);
    try {
      result = await run(result, { signal, leftMs: deadlineMs - Date.now() });
    } catch (error) {
      throw signal.aborted ? new Error(`Time was up during ${name}`) : error;
    }
  }
  return result;
}

// fails: a failure may have any name
export async function runWithin(steps, input, limitMs) {
  const deadlineMs = Date.now() + limitMs;
  const signal = AbortSignal.timeout(limitMs);
  let result = input;
  for (const { name, run } of steps) {
    try {
      result = await run(result, { signal, leftMs: deadlineMs - Date.now() });
    } catch (error) {
      throw error.name === 'TimeoutError' ? new Error(`Time was up during ${name}`) : error;
    }
  }
  return result;
}

// fails: two orders keep their own deadlines
let deadlineMs;
let signal;

export async function runWithin(steps, input, limitMs) {
  deadlineMs = Date.now() + limitMs;
  signal = AbortSignal.timeout(limitMs);
  let result = input;
  for (const { name, run } of steps) {
    try {
      result = await run(result, { signal, leftMs: deadlineMs - Date.now() });
    } catch (error) {
      throw signal.aborted ? new Error(`Time was up during ${name}`) : error;
    }
  }
  return result;
}

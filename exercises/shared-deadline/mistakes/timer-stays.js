// fails: an order in time goes through all its steps
export async function runWithin(steps, input, limitMs) {
  const deadlineMs = Date.now() + limitMs;
  const controller = new AbortController();
  const { signal } = controller;
  setTimeout(() => controller.abort(), limitMs);
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

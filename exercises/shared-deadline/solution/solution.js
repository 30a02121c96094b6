/**
 * Runs the steps one after another, each with the result of the one before, and all before one deadline.
 *
 * @typedef {{ signal: AbortSignal, leftMs: number }} StepOptions
 * @param {{ name: string, run: (input: unknown, options: StepOptions) => Promise<unknown> }[]} steps
 * @param {unknown} input
 * @param {number} limitMs
 * @returns {Promise<unknown>}
 */
export async function runWithin(steps, input, limitMs) {
  const deadlineMs = Date.now() + limitMs;
  const signal = AbortSignal.timeout(limitMs);
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

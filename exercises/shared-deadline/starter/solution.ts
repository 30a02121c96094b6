export type Step = {
  name: string;
  run: (input: unknown, options: { signal: AbortSignal; leftMs: number }) => Promise<unknown>;
};

/** Runs the steps one after another, each with the result of the one before, and all before one deadline. */
export async function runWithin(steps: Step[], input: unknown, limitMs: number): Promise<unknown> {
  let result = input;
  for (const { name, run } of steps) {
    const signal = AbortSignal.timeout(limitMs);
    try {
      result = await run(result, { signal, leftMs: limitMs });
    } catch (error) {
      throw signal.aborted ? new Error(`Time was up during ${name}`) : error;
    }
  }
  return result;
}

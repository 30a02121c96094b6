// fails: each step is told how much time is left
type Step = {
  name: string;
  run: (input: unknown, options: { signal: AbortSignal; leftMs: number }) => Promise<unknown>;
};

export async function runWithin(steps: Step[], input: unknown, limitMs: number): Promise<unknown> {
  const signal = AbortSignal.timeout(limitMs);
  let result = input;
  for (const { name, run } of steps) {
    try {
      result = await run(result, { signal, leftMs: limitMs });
    } catch (error) {
      throw signal.aborted ? new Error(`Time was up during ${name}`) : error;
    }
  }
  return result;
}

// fails: a failure of a step passes through
type Step = {
  name: string;
  run: (input: unknown, options: { signal: AbortSignal; leftMs: number }) => Promise<unknown>;
};

export async function runWithin(steps: Step[], input: unknown, limitMs: number): Promise<unknown> {
  const deadlineMs = Date.now() + limitMs;
  const signal = AbortSignal.timeout(limitMs);
  let result = input;
  for (const { name, run } of steps) {
    try {
      result = await run(result, { signal, leftMs: deadlineMs - Date.now() });
    } catch {
      throw new Error(`Time was up during ${name}`);
    }
  }
  return result;
}

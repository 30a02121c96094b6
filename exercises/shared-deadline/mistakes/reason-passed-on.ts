// fails: the steps share one deadline
type Step = {
  name: string;
  run: (input: unknown, options: { signal: AbortSignal; leftMs: number }) => Promise<unknown>;
};

export async function runWithin(steps: Step[], input: unknown, limitMs: number): Promise<unknown> {
  const deadlineMs = Date.now() + limitMs;
  const signal = AbortSignal.timeout(limitMs);
  let result = input;
  for (const { run } of steps) result = await run(result, { signal, leftMs: deadlineMs - Date.now() });
  return result;
}

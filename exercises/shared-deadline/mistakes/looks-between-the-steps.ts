// fails: the steps share one deadline
type Step = {
  name: string;
  run: (input: unknown, options: { signal: AbortSignal; leftMs: number }) => Promise<unknown>;
};

export async function runWithin(steps: Step[], input: unknown, limitMs: number): Promise<unknown> {
  const deadlineMs = Date.now() + limitMs;
  const { signal } = new AbortController();
  let result = input;
  for (const { name, run } of steps) {
    result = await run(result, { signal, leftMs: deadlineMs - Date.now() });
    if (Date.now() > deadlineMs) throw new Error(`Time was up during ${name}`);
  }
  return result;
}

type Step = {
  name: string;
  run: (input: unknown, options: { signal: AbortSignal; leftMs: number }) => Promise<unknown>;
};

export async function runWithin(steps: Step[], input: unknown, limitMs: number): Promise<unknown> {
  const startedAtMs = performance.now();
  const controller = new AbortController();
  const { signal } = controller;
  let current = '';
  const timer = setTimeout(() => controller.abort(new Error(`Time was up during ${current}`)), limitMs);
  try {
    let result = input;
    for (const step of steps) {
      current = step.name;
      const leftMs = Math.round(limitMs - (performance.now() - startedAtMs));
      result = await step.run(result, { signal, leftMs });
    }
    return result;
  } finally {
    clearTimeout(timer);
  }
}

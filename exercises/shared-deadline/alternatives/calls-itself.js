async function runFrom(index, steps, value, deadline) {
  const step = steps[index];
  if (!step) return value;
  const leftMs = deadline.atMs - Date.now();
  let next;
  try {
    next = await step.run(value, { signal: deadline.signal, leftMs });
  } catch (error) {
    if (!deadline.signal.aborted || error !== deadline.signal.reason) throw error;
    throw new Error(`Time was up during ${step.name}`, { cause: error });
  }
  return await runFrom(index + 1, steps, next, deadline);
}

export async function runWithin(steps, input, limitMs) {
  const deadline = { atMs: Date.now() + limitMs, signal: AbortSignal.timeout(limitMs) };
  return await runFrom(0, steps, input, deadline);
}

type Task = () => Promise<unknown>;

function* endsOf(error: unknown, above: string[] = []): Generator<string> {
  const path = [...above, error instanceof Error ? error.message : String(error)];
  const { errors = [], cause } = (error ?? {}) as { errors?: unknown[]; cause?: unknown };
  const reasons = cause === undefined ? errors : [cause];
  if (reasons.length === 0) yield path.join(' because ');
  for (const reason of reasons) yield* endsOf(reason, path);
}

export async function whatFailed(task: Task): Promise<string[]> {
  return await (async () => await task())().then(
    () => [],
    (error: unknown) => [...endsOf(error)],
  );
}

const runs = new Map<string, number>();

/** Runs the task and prints how long it took, however it ends. */
export async function timed<Value>(label: string, task: () => Promise<Value>): Promise<Value> {
  const run = (runs.get(label) ?? 0) + 1;
  runs.set(label, run);
  const name = `${label} #${run}`;
  console.time(name);
  try {
    return await task();
  } finally {
    console.timeEnd(name);
  }
}

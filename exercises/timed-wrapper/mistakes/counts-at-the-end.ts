// fails: two runs at once are timed each for itself
const runs = new Map<string, number>();

export async function timed<Value>(label: string, task: () => Promise<Value>): Promise<Value> {
  console.time(label);
  try {
    return await task();
  } finally {
    const run = (runs.get(label) ?? 0) + 1;
    runs.set(label, run);
    console.timeEnd(label);
  }
}

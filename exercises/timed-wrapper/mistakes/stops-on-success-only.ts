// fails: a task that fails is timed too
const runs = new Map<string, number>();

export async function timed<Value>(label: string, task: () => Promise<Value>): Promise<Value> {
  const run = (runs.get(label) ?? 0) + 1;
  runs.set(label, run);
  console.time(`${label} #${run}`);
  const value = await task();
  console.timeEnd(`${label} #${run}`);
  return value;
}

// fails: a task that throws at once
const runs = new Map<string, number>();

export async function timed<Value>(label: string, task: () => Promise<Value>): Promise<Value> {
  const run = (runs.get(label) ?? 0) + 1;
  runs.set(label, run);
  console.time(`${label} #${run}`);
  return await task().finally(() => console.timeEnd(`${label} #${run}`));
}

// fails: the line tells how long the task took
const runs = new Map<string, number>();

export async function timed<Value>(label: string, task: () => Promise<Value>): Promise<Value> {
  const run = runs.get(label) ?? 0;
  runs.set(label, run + 1);
  console.time(`${label} #${run}`);
  try {
    return await task();
  } finally {
    console.timeEnd(`${label} #${run}`);
  }
}

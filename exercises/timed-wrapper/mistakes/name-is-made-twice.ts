// fails: two runs at once are timed each for itself
const runs = new Map<string, number>();

const nameOf = (label: string): string => `${label} #${runs.get(label)}`;

export async function timed<Value>(label: string, task: () => Promise<Value>): Promise<Value> {
  runs.set(label, (runs.get(label) ?? 0) + 1);
  console.time(nameOf(label));
  try {
    return await task();
  } finally {
    console.timeEnd(nameOf(label));
  }
}

/** Runs the task and prints how long it took. */
export async function timed<Value>(label: string, task: () => Promise<Value>): Promise<Value> {
  console.time(label);
  const value = await task();
  console.timeEnd(label);
  return value;
}

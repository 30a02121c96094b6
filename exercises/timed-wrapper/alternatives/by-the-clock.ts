const started: string[] = [];

export function timed<Value>(label: string, task: () => Promise<Value>): Promise<Value> {
  started.push(label);
  const run = started.filter((other) => other === label).length;
  const startMs = performance.now();
  const stop = (): void => console.log(`${label} #${run}: ${performance.now() - startMs}ms`);
  return Promise.try(task).finally(stop);
}

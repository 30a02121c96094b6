// fails: computing after an await is computing too
type Job = { name: string; run: () => unknown };

export async function sortWork(jobs: Job[]): Promise<{ waits: string[]; computes: string[] }> {
  const waits: string[] = [];
  const computes: string[] = [];
  for (const { name, run } of jobs) {
    const startMs = performance.now();
    let returnedMs = startMs;
    try {
      const result = run();
      returnedMs = performance.now();
      await result;
    } catch {
      returnedMs = Math.max(returnedMs, startMs);
    }
    const isComputing = returnedMs - startMs > (performance.now() - startMs) / 2;
    (isComputing ? computes : waits).push(name);
  }
  return { waits, computes };
}

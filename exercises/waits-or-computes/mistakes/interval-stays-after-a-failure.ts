// fails: a job that fails is sorted, too
type Job = { name: string; run: () => unknown };

export async function sortWork(jobs: Job[]): Promise<{ waits: string[]; computes: string[] }> {
  const waits: string[] = [];
  const computes: string[] = [];
  for (const { name, run } of jobs) {
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 10);
    const startMs = performance.now();
    try {
      await run();
      clearInterval(heart);
    } catch {
      // Sorted like the others.
    }
    (beats * 20 > performance.now() - startMs ? waits : computes).push(name);
  }
  return { waits, computes };
}

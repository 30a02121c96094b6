// fails: a little of the other does not count
type Job = { name: string; run: () => unknown };

export async function sortWork(jobs: Job[]): Promise<{ waits: string[]; computes: string[] }> {
  const waits: string[] = [];
  const computes: string[] = [];
  for (const { name, run } of jobs) {
    let hadRoom = false;
    const timer = setTimeout(() => (hadRoom = true), 10);
    try {
      await run();
    } catch {
      // Sorted like the others.
    }
    clearTimeout(timer);
    (hadRoom ? waits : computes).push(name);
  }
  return { waits, computes };
}

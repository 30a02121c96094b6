export type Job = { name: string; run: () => unknown };
export type Sorted = { waits: string[]; computes: string[] };

/** Runs the jobs one after another and tells which of them wait and which compute. */
export async function sortWork(jobs: Job[]): Promise<Sorted> {
  const sorted: Sorted = { waits: [], computes: [] };
  for (const { name, run } of jobs) {
    const result = run();
    sorted[result instanceof Promise ? 'waits' : 'computes'].push(name);
    await result;
  }
  return sorted;
}

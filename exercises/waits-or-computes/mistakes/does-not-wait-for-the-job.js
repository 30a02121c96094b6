// fails: computing after an await is computing too
export async function sortWork(jobs) {
  const sorted = { waits: [], computes: [] };
  for (const { name, run } of jobs) {
    const startMs = performance.now();
    run();
    sorted[performance.now() - startMs < 50 ? 'waits' : 'computes'].push(name);
  }
  return sorted;
}

// fails: a promise, or none, proves nothing
export async function sortWork(jobs) {
  const sorted = { waits: [], computes: [] };
  for (const { name, run } of jobs) {
    const startMs = performance.now();
    await run();
    sorted[performance.now() - startMs > 150 ? 'computes' : 'waits'].push(name);
  }
  return sorted;
}

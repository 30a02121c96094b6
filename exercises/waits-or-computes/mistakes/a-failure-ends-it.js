// fails: a job that fails is sorted, too
export async function sortWork(jobs) {
  const sorted = { waits: [], computes: [] };
  for (const { name, run } of jobs) {
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 10);
    const startMs = performance.now();
    try {
      await run();
    } finally {
      clearInterval(heart);
    }
    const share = (beats * 10) / (performance.now() - startMs);
    sorted[share > 0.5 ? 'waits' : 'computes'].push(name);
  }
  return sorted;
}

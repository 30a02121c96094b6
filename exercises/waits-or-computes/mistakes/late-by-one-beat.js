// fails: a little of the other does not count
// Whoever holds the thread for a moment counts as computing.
export async function sortWork(jobs) {
  const sorted = { waits: [], computes: [] };
  for (const { name, run } of jobs) {
    let lastMs = performance.now();
    let longestMs = 0;
    const beat = () => {
      longestMs = Math.max(longestMs, performance.now() - lastMs);
      lastMs = performance.now();
    };
    const heart = setInterval(beat, 5);
    await Promise.try(run).catch(() => {});
    beat();
    clearInterval(heart);
    sorted[longestMs > 10 ? 'computes' : 'waits'].push(name);
  }
  return sorted;
}

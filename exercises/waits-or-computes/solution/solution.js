const BEAT_MS = 10;

/**
 * Runs the jobs one after another and tells which of them wait and which compute.
 *
 * @param {{ name: string, run: () => unknown }[]} jobs
 * @returns {Promise<{ waits: string[], computes: string[] }>}
 */
export async function sortWork(jobs) {
  const sorted = { waits: [], computes: [] };
  for (const { name, run } of jobs) {
    const freeShare = await measureFreeShare(run);
    sorted[freeShare > 0.5 ? 'waits' : 'computes'].push(name);
  }
  return sorted;
}

/** The share of its time for which a job leaves the thread free. A heart that can beat shows it. */
async function measureFreeShare(run) {
  let beats = 0;
  const heart = setInterval(() => (beats += 1), BEAT_MS);
  const startMs = performance.now();
  try {
    await run();
  } catch {
    // A job that fails has been measured as well.
  } finally {
    clearInterval(heart);
  }
  return (beats * BEAT_MS) / (performance.now() - startMs);
}

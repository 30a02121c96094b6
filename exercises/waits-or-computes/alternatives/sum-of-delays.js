const STEP_MS = 5;

// A chain of timers: all that comes later than it was asked for has been computing.
async function measureHeldMs(run) {
  let heldMs = 0;
  let dueMs;
  let timer;
  const ask = () => {
    dueMs = performance.now() + STEP_MS;
    timer = setTimeout(answer, STEP_MS);
  };
  const answer = () => {
    heldMs += performance.now() - dueMs;
    ask();
  };
  ask();
  await Promise.try(run).catch(() => {});
  clearTimeout(timer);
  return heldMs + Math.max(0, performance.now() - dueMs);
}

export async function sortWork(jobs) {
  const waits = [];
  const computes = [];
  for (const job of jobs) {
    const startMs = performance.now();
    const heldMs = await measureHeldMs(job.run);
    const list = heldMs * 2 > performance.now() - startMs ? computes : waits;
    list.push(job.name);
  }
  return { waits, computes };
}

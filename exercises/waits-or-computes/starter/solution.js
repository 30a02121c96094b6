/**
 * Runs the jobs one after another and tells which of them wait and which compute.
 *
 * @param {{ name: string, run: () => unknown }[]} jobs
 * @returns {Promise<{ waits: string[], computes: string[] }>}
 */
export async function sortWork(jobs) {
  const sorted = { waits: [], computes: [] };
  for (const { name, run } of jobs) {
    const result = run();
    sorted[result instanceof Promise ? 'waits' : 'computes'].push(name);
    await result;
  }
  return sorted;
}

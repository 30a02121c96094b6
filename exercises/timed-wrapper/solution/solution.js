const runs = new Map();

/**
 * Runs the task and prints how long it took, however it ends.
 *
 * @template Value
 * @param {string} label
 * @param {() => Promise<Value>} task
 * @returns {Promise<Value>}
 */
export async function timed(label, task) {
  const run = (runs.get(label) ?? 0) + 1;
  runs.set(label, run);
  const name = `${label} #${run}`;
  console.time(name);
  try {
    return await task();
  } finally {
    console.timeEnd(name);
  }
}

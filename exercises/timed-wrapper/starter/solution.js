/**
 * Runs the task and prints how long it took.
 *
 * @template Value
 * @param {string} label
 * @param {() => Promise<Value>} task
 * @returns {Promise<Value>}
 */
export async function timed(label, task) {
  console.time(label);
  const value = await task();
  console.timeEnd(label);
  return value;
}

// fails: a task that fails is timed too
const runs = new Map();

export async function timed(label, task) {
  const run = (runs.get(label) ?? 0) + 1;
  runs.set(label, run);
  const startMs = Date.now();
  const stop = () => console.log(`${label} #${run}: ${Date.now() - startMs}ms`);
  try {
    return await task();
  } catch (error) {
    stop();
    throw error;
  } finally {
    stop();
  }
}

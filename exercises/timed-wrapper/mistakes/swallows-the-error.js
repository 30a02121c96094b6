// fails: a task that fails is timed too
const runs = new Map();

export async function timed(label, task) {
  const run = (runs.get(label) ?? 0) + 1;
  runs.set(label, run);
  console.time(`${label} #${run}`);
  try {
    return await task();
  } catch (error) {
    console.error(error.message);
  } finally {
    console.timeEnd(`${label} #${run}`);
  }
}

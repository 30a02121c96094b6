// fails: the line tells how long the task took
const runs = new Map();

export async function timed(label, task) {
  const run = (runs.get(label) ?? 0) + 1;
  runs.set(label, run);
  console.time(`${label} #${run}`);
  try {
    return task();
  } finally {
    console.timeEnd(`${label} #${run}`);
  }
}

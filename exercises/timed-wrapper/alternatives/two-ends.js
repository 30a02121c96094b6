const runs = {};

export async function timed(label, task) {
  runs[label] = 1 + (runs[label] ?? 0);
  const name = `${label} #${runs[label]}`;
  console.time(name);
  let value;
  try {
    value = await task();
  } catch (error) {
    console.timeEnd(name);
    throw error;
  }
  console.timeEnd(name);
  return value;
}

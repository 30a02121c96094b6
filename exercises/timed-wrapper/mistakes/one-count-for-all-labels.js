// fails: each label has its own numbers
let run = 0;

export async function timed(label, task) {
  run += 1;
  const name = `${label} #${run}`;
  console.time(name);
  try {
    return await task();
  } finally {
    console.timeEnd(name);
  }
}

// fails: draw waits until no promise callback is left
export async function handleKey(key, steps) {
  steps.insert(key);
  process.nextTick(() => steps.check(key));
  await null;
  steps.format(key);
  await null;
  steps.draw(key);
  setTimeout(() => steps.save(key), 0);
}

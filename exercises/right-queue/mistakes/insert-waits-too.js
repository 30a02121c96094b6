// fails: one key: insert at once, all else later
export async function handleKey(key, steps) {
  await null;
  steps.insert(key);
  process.nextTick(() => steps.check(key));
  queueMicrotask(() => steps.format(key));
  setImmediate(() => steps.draw(key));
  setTimeout(() => steps.save(key), 0);
}

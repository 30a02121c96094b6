// fails: draw comes in the same millisecond, save in the next
export function handleKey(key, steps) {
  steps.insert(key);
  process.nextTick(() => steps.check(key));
  queueMicrotask(() => steps.format(key));
  setImmediate(() => steps.draw(key));
  setImmediate(() => steps.save(key));
}

// fails: one key: insert at once, all else later
// The steps are called here, and the queues are given what they return.
export function handleKey(key, steps) {
  const never = () => {};
  steps.insert(key);
  process.nextTick(steps.check(key) ?? never);
  queueMicrotask(steps.format(key) ?? never);
  setImmediate(steps.draw(key) ?? never);
  setTimeout(steps.save(key) ?? never, 0);
}

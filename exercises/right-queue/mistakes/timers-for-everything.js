// fails: check comes before the promise callbacks that wait, format after them
export function handleKey(key, steps) {
  steps.insert(key);
  setTimeout(() => steps.check(key), 0);
  setTimeout(() => steps.format(key), 0);
  setTimeout(() => steps.draw(key), 0);
  setTimeout(() => steps.save(key), 0);
}

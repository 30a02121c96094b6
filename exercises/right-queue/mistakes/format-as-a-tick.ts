// fails: check comes before the promise callbacks that wait, format after them
type Step = (key: string) => void;
type Steps = { insert: Step; check: Step; format: Step; draw: Step; save: Step };

export function handleKey(key: string, steps: Steps): void {
  steps.insert(key);
  process.nextTick(() => steps.check(key));
  process.nextTick(() => process.nextTick(() => steps.format(key)));
  setImmediate(() => steps.draw(key));
  setTimeout(() => steps.save(key), 0);
}

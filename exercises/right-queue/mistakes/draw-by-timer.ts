// fails: draw comes in the same millisecond, save in the next
type Step = (key: string) => void;
type Steps = { insert: Step; check: Step; format: Step; draw: Step; save: Step };

export function handleKey(key: string, steps: Steps): void {
  steps.insert(key);
  process.nextTick(() => steps.check(key));
  queueMicrotask(() => steps.format(key));
  setTimeout(() => steps.draw(key), 0);
  setTimeout(() => steps.save(key), 1);
}

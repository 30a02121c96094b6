// fails: two keys at once take their steps side by side
type Step = (key: string) => void;
type Steps = { insert: Step; check: Step; format: Step; draw: Step; save: Step };

export function handleKey(key: string, steps: Steps): void {
  steps.insert(key);
  queueMicrotask(() => steps.check(key));
  queueMicrotask(() => steps.format(key));
  setImmediate(() => steps.draw(key));
  setTimeout(() => steps.save(key), 0);
}

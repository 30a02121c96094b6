// fails: two keys at once take their steps side by side
type Step = (key: string) => void;
type Steps = { insert: Step; check: Step; format: Step; draw: Step; save: Step };

let latest = '';

export function handleKey(key: string, steps: Steps): void {
  latest = key;
  steps.insert(latest);
  process.nextTick(() => steps.check(latest));
  queueMicrotask(() => steps.format(latest));
  setImmediate(() => steps.draw(latest));
  setTimeout(() => steps.save(latest), 0);
}

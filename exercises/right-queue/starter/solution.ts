export type Step = (key: string) => void;
export type Steps = { insert: Step; check: Step; format: Step; draw: Step; save: Step };

/** Takes the five steps for one key, each in the queue that suits it. */
export function handleKey(key: string, steps: Steps): void {
  steps.insert(key);
  steps.check(key);
  steps.format(key);
  steps.draw(key);
  steps.save(key);
}

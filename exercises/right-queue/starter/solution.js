/**
 * Takes the five steps for one key, each in the queue that suits it.
 *
 * @typedef {(key: string) => void} Step
 * @param {string} key
 * @param {{ insert: Step, check: Step, format: Step, draw: Step, save: Step }} steps
 */
export function handleKey(key, steps) {
  steps.insert(key);
  steps.check(key);
  steps.format(key);
  steps.draw(key);
  steps.save(key);
}

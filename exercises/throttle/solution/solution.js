/**
 * Makes a function that runs `action` for its first call, and then for the newest call every `everyMs`.
 *
 * @template {unknown[]} Args
 * @param {(...args: Args) => unknown} action
 * @param {number} everyMs
 * @returns {(...args: Args) => void}
 */
export function throttle(action, everyMs) {
  let isResting = false;
  let waiting;

  function run(args) {
    waiting = undefined;
    isResting = true;
    setTimeout(endRest, everyMs);
    action(...args);
  }

  function endRest() {
    isResting = false;
    if (waiting) run(waiting);
  }

  return (...args) => {
    if (isResting) waiting = args;
    else run(args);
  };
}

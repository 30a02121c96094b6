/**
 * Makes a function that runs `action` for its first call, and then for the newest call every `everyMs`.
 *
 * @template {unknown[]} Args
 * @param {(...args: Args) => unknown} action
 * @param {number} everyMs
 * @returns {(...args: Args) => void}
 */
export function throttle(action, everyMs) {
  let lastRunMs = -Infinity;
  return (...args) => {
    if (Date.now() - lastRunMs < everyMs) return;
    lastRunMs = Date.now();
    action(...args);
  };
}

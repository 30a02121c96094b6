/**
 * Makes a function that runs `action` once its calls have paused for `waitMs`, with the arguments of the last.
 *
 * @template {unknown[]} Args
 * @param {(...args: Args) => unknown} action
 * @param {number} waitMs
 * @returns {{ (...args: Args): void, cancel(): void }}
 */
export function debounce(action, waitMs) {
  let timer;
  function debounced(...args) {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), waitMs);
  }
  debounced.cancel = () => clearTimeout(timer);
  return debounced;
}

// fails: every argument of the last call is handed on
export function debounce(action, waitMs) {
  let timer;
  function debounced(text) {
    clearTimeout(timer);
    timer = setTimeout(() => action(text), waitMs);
  }
  debounced.cancel = () => clearTimeout(timer);
  return debounced;
}

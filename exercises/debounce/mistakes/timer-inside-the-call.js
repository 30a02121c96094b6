// fails: a burst of calls runs the action once, with the last word
export function debounce(action, waitMs) {
  let cancel = () => {};
  function debounced(...args) {
    let timer;
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), waitMs);
    cancel = () => clearTimeout(timer);
  }
  debounced.cancel = () => cancel();
  return debounced;
}

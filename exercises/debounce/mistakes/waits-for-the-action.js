// fails: a call after the pause begins a new burst
export function debounce(action, waitMs) {
  let timer;
  let busy = Promise.resolve();
  function debounced(...args) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      busy = busy.then(() => action(...args));
    }, waitMs);
  }
  debounced.cancel = () => clearTimeout(timer);
  return debounced;
}

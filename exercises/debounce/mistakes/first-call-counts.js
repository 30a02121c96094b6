// fails: a burst of calls runs the action once, with the last word
export function debounce(action, waitMs) {
  let timer;
  function debounced(...args) {
    timer ??= setTimeout(() => {
      timer = undefined;
      action(...args);
    }, waitMs);
  }
  debounced.cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return debounced;
}

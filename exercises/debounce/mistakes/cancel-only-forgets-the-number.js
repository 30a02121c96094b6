// fails: cancel forgets the call that is waiting
export function debounce(action, waitMs) {
  let timer;
  function debounced(...args) {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), waitMs);
  }
  debounced.cancel = () => {
    timer = undefined;
  };
  return debounced;
}

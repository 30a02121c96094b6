// fails: cancel leaves no timer behind
export function debounce(action, waitMs) {
  let latest = 0;
  function debounced(...args) {
    latest += 1;
    const mine = latest;
    setTimeout(() => {
      if (mine === latest) action(...args);
    }, waitMs);
  }
  debounced.cancel = () => {
    latest += 1;
  };
  return debounced;
}

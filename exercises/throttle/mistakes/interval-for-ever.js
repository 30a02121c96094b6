// fails: all arguments are handed on, and no timer goes on
export function throttle(action, everyMs) {
  let next = null;
  let interval = null;
  let isResting = false;
  function tick() {
    isResting = next !== null;
    if (next === null) return;
    const args = next;
    next = null;
    action(...args);
  }
  return (...args) => {
    next = args;
    if (isResting) return;
    clearInterval(interval);
    interval = setInterval(tick, everyMs);
    tick();
  };
}

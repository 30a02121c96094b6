export function throttle(action, everyMs) {
  let interval = null;
  let next = null;

  function tick() {
    if (next === null) {
      clearInterval(interval);
      interval = null;
      return;
    }
    const run = next;
    next = null;
    run();
  }

  return (...args) => {
    next = () => action(...args);
    if (interval !== null) return;
    interval = setInterval(tick, everyMs);
    tick();
  };
}

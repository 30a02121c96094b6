// fails: the last call of a burst is not lost
export function throttle(action, everyMs) {
  let isResting = false;
  let waiting;
  function run(args) {
    isResting = true;
    setTimeout(() => {
      isResting = false;
      if (waiting) run(waiting);
    }, everyMs);
    action(...args);
  }
  return (...args) => {
    if (isResting) waiting = args;
    else run(args);
  };
}

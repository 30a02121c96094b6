// fails: two lifts keep their own time
let isResting = false;

export function throttle(action, everyMs) {
  let waiting;
  function run(args) {
    waiting = undefined;
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

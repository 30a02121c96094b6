// fails: a long ride is drawn at a steady pace
export function throttle(action, everyMs) {
  let timer;
  return (...args) => {
    if (timer === undefined) action(...args);
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      action(...args);
    }, everyMs);
  };
}

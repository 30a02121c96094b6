// fails: the first call runs at once
export function throttle(action, everyMs) {
  let timer;
  let newest;
  return (...args) => {
    newest = args;
    timer ??= setTimeout(() => {
      timer = undefined;
      action(...newest);
    }, everyMs);
  };
}

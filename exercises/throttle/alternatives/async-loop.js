const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function throttle(action, everyMs) {
  const newest = [];
  let isRunning = false;

  async function runAll() {
    isRunning = true;
    while (newest.length > 0) {
      action(...newest.pop());
      await sleep(everyMs);
    }
    isRunning = false;
  }

  return (...args) => {
    newest[0] = args;
    if (!isRunning) runAll();
  };
}

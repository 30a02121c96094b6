export function debounce(action, waitMs) {
  let timer = null;
  let last = { args: [], dueAt: 0 };

  function runIfDue() {
    const leftMs = last.dueAt - Date.now();
    if (leftMs > 0) {
      timer = setTimeout(runIfDue, leftMs);
      return;
    }
    timer = null;
    action(...last.args);
  }

  function debounced(...args) {
    last = { args, dueAt: Date.now() + waitMs };
    timer ??= setTimeout(runIfDue, waitMs);
  }

  debounced.cancel = () => {
    clearTimeout(timer);
    timer = null;
  };
  return debounced;
}

export function makeCache(load, maxAgeMs) {
  const shelves = {};
  return (key) =>
    new Promise((resolve, reject) => {
      const shelf = (shelves[key] ??= { waiters: [], untilMs: -Infinity, value: undefined });
      if (performance.now() < shelf.untilMs) {
        resolve(shelf.value);
        return;
      }
      shelf.waiters.push({ resolve, reject });
      if (shelf.waiters.length > 1) return;
      load(key).then(
        (value) => {
          shelf.value = value;
          shelf.untilMs = performance.now() + maxAgeMs;
          for (const waiter of shelf.waiters.splice(0)) waiter.resolve(value);
        },
        (error) => {
          for (const waiter of shelf.waiters.splice(0)) waiter.reject(error);
        },
      );
    });
}

const queues = {
  insert: (callback) => callback(),
  check: process.nextTick,
  format: (callback) => Promise.resolve().then(callback),
  draw: setImmediate,
  save: setTimeout,
};

export function handleKey(key, steps) {
  for (const [step, enqueue] of Object.entries(queues)) enqueue(() => steps[step](key));
}

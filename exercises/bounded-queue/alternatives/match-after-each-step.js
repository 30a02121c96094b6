export function makeQueue(capacity) {
  let pushes = [];
  let takes = [];

  // All values stand in one line; the first `capacity` of them have a place.
  function match() {
    const pairs = Math.min(pushes.length, takes.length);
    for (let index = 0; index < pairs; index += 1) {
      takes[index].resolve(pushes[index].value);
      pushes[index].resolve();
    }
    pushes = pushes.slice(pairs);
    takes = takes.slice(pairs);
    for (const { resolve } of pushes.slice(0, capacity)) resolve();
  }

  return {
    push(value) {
      const { promise, resolve } = Promise.withResolvers();
      pushes.push({ value, resolve });
      match();
      return promise;
    },
    take() {
      const { promise, resolve } = Promise.withResolvers();
      takes.push({ resolve });
      match();
      return promise;
    },
  };
}

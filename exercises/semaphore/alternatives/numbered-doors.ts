export function makeSemaphore(places: number) {
  const doors: PromiseWithResolvers<void>[] = [];
  let [acquired, opened] = [0, 0];

  function door(number: number): PromiseWithResolvers<void> {
    return (doors[number] ??= Promise.withResolvers<void>());
  }

  // Each acquire goes through a door of its own; each release opens the next door that is still closed.
  function release(): void {
    door(opened).resolve();
    opened += 1;
  }
  function acquire(): Promise<void> {
    acquired += 1;
    return door(acquired - 1).promise;
  }
  function use<Value>(task: () => Promise<Value>): Promise<Value> {
    return acquire().then(task).finally(release);
  }
  for (let place = 0; place < places; place += 1) release();
  return { acquire, release, use };
}

export function makeBoundary(report) {
  const isReported = Symbol('is reported');
  return (part, task) => {
    const work = new Promise((resolve) => resolve(task()));
    return work.catch((error) => {
      if (!error[isReported]) {
        Object.defineProperty(error, isReported, { value: true });
        report(part, error).then(null, () => {});
      }
      return work;
    });
  };
}

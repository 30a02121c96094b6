// fails: if all servers are down, it says why
export function fastest(sources) {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const errors = [];
    for (const source of sources) {
      source({ signal: controller.signal }).then(
        (answer) => {
          resolve(answer);
          controller.abort();
        },
        (error) => {
          errors.push(error);
          if (errors.length === sources.length) reject(new AggregateError(errors));
        },
      );
    }
  });
}

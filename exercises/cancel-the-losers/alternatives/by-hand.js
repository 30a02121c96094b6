export function fastest(sources) {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const errors = [];
    let working = sources.length;
    sources.forEach((source, index) => {
      source({ signal: controller.signal }).then(
        (answer) => {
          resolve(answer);
          controller.abort();
        },
        (error) => {
          errors[index] = error;
          working -= 1;
          if (working === 0) reject(new AggregateError(errors, 'All servers are down'));
        },
      );
    });
  });
}

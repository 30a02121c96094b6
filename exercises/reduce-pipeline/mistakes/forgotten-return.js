// fails: each step works on what the one before has made
export async function runSteps(picture, steps) {
  return await steps.reduce(
    (soFar, step) =>
      soFar.then((current) => {
        step(current);
      }),
    Promise.resolve(picture),
  );
}

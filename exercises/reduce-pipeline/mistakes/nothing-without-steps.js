// fails: without steps the picture stays as it is
export async function runSteps(picture, [first, ...rest]) {
  return await rest.reduce((soFar, step) => soFar.then(step), Promise.resolve(first(picture)));
}

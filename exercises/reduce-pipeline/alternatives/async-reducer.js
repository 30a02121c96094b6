export async function runSteps(picture, steps) {
  return await steps.reduce(async (soFar, step) => {
    const current = await soFar;
    return await step(current);
  }, picture);
}

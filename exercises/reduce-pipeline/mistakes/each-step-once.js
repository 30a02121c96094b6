// fails: any steps, at any speed
export async function runSteps(picture, steps) {
  let current = picture;
  for (const step of new Set(steps)) current = await step(current);
  return current;
}

// fails: each step works on what the one before has made
export async function runSteps(picture, steps) {
  let current = picture;
  for (const step of steps) {
    current = step(current);
  }
  return await current;
}

// fails: an empty picture is a picture
export async function runSteps(picture, steps) {
  let current = picture;
  for (const step of steps) {
    current = (await step(current)) || current;
  }
  return current;
}

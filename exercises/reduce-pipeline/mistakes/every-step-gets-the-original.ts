// fails: each step works on what the one before has made
type Step = (picture: string) => string | Promise<string>;

export async function runSteps(picture: string, steps: Step[]): Promise<string> {
  let result = picture;
  for (const step of steps) {
    result = await step(picture);
  }
  return result;
}

// fails: any steps, at any speed
type Step = (picture: string) => string | Promise<string>;

export async function runSteps(picture: string, steps: Step[]): Promise<string> {
  let current = picture;
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    current = await step(current);
  }
  return current;
}

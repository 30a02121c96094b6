type Step = (picture: string) => string | Promise<string>;

export async function runSteps(picture: string, steps: Step[]): Promise<string> {
  let current = picture;
  for (const step of steps) current = await step(current);
  return current;
}

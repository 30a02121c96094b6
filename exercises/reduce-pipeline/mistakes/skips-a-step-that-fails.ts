// fails: a step that fails ends the pipeline
type Step = (picture: string) => string | Promise<string>;

export async function runSteps(picture: string, steps: Step[]): Promise<string> {
  let current = picture;
  for (const step of steps) {
    try {
      current = await step(current);
    } catch (error) {
      console.error(error);
    }
  }
  return current;
}

// fails: each step works on what the one before has made
type Step = (picture: string) => string | Promise<string>;

export async function runSteps(picture: string, steps: Step[]): Promise<string> {
  const pictures = await Promise.all(steps.map((step) => step(picture)));
  return pictures.at(-1) ?? picture;
}

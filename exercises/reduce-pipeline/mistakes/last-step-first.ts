// fails: each step works on what the one before has made
type Step = (picture: string) => string | Promise<string>;

export async function runSteps(picture: string, steps: Step[]): Promise<string> {
  return await steps.reduceRight((soFar, step) => soFar.then(step), Promise.resolve(picture));
}

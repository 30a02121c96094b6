export type Step = (picture: string) => string | Promise<string>;

/** Sends the picture through the steps and gives what the last one has made. */
export async function runSteps(picture: string, steps: Step[]): Promise<string> {
  return await steps.reduce((soFar, step) => soFar.then(step), Promise.resolve(picture));
}

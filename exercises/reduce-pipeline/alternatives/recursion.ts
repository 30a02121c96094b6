type Step = (picture: string) => string | Promise<string>;

export async function runSteps(picture: string, [first, ...rest]: Step[]): Promise<string> {
  return first === undefined ? picture : await runSteps(await first(picture), rest);
}

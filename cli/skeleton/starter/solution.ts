// What the student begins with. It runs, and it is wrong in the way that the exercise is about.
export type Greet = (name: string) => Promise<string>;

/** Greets all guests; gives their answers in the order of the names. */
export async function greetAll(names: string[], greet: Greet): Promise<string[]> {
  const answers: string[] = [];
  for (const name of names) {
    answers.push(await greet(name));
  }
  return answers;
}

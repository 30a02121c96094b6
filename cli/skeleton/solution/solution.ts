export type Greet = (name: string) => Promise<string>;

/** Greets all guests; gives their answers in the order of the names. */
export async function greetAll(names: string[], greet: Greet): Promise<string[]> {
  return await Promise.all(names.map((name) => greet(name)));
}

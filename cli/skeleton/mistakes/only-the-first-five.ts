// fails: any guests, at any speed
export async function greetAll(names: string[], greet: (name: string) => Promise<string>): Promise<string[]> {
  return await Promise.all(names.slice(0, 5).map((name) => greet(name)));
}

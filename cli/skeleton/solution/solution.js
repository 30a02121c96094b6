/** Greets all guests; gives their answers in the order of the names. */
export async function greetAll(names, greet) {
  return await Promise.all(names.map((name) => greet(name)));
}

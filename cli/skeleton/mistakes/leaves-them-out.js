// fails: a guest who has left is told at once
export async function greetAll(names, greet) {
  const answers = await Promise.all(names.map((name) => greet(name).catch(() => null)));
  return answers.filter((answer) => answer !== null);
}

// fails: answers come in the order of the names
export async function greetAll(names, greet) {
  const answers = [];
  await Promise.all(names.map(async (name) => answers.push(await greet(name))));
  return answers;
}

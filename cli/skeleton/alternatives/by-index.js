export async function greetAll(names, greet) {
  const answers = [];
  const greetings = names.map(async (name, index) => {
    answers[index] = await greet(name);
  });
  await Promise.all(greetings);
  return answers;
}

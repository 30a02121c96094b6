// fails: all guests are greeted together
// The line above names the test that fails. Write the answers that you have seen, or would have given.
export async function greetAll(names, greet) {
  const answers = [];
  for (const name of names) answers.push(await greet(name));
  return answers;
}

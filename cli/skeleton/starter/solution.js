// The same in JavaScript: a student may hand in either language when both are here.

/** Greets all guests; gives their answers in the order of the names. */
export async function greetAll(names, greet) {
  const answers = [];
  for (const name of names) {
    answers.push(await greet(name));
  }
  return answers;
}

// Another right answer, which looks unlike the solution: the tests ask for behaviour, not for a style.
export function greetAll(names, greet) {
  return new Promise((resolve, reject) => {
    const answers = [];
    let missing = names.length;
    if (missing === 0) resolve(answers);
    names.forEach((name, index) => {
      greet(name).then((answer) => {
        answers[index] = answer;
        missing -= 1;
        if (missing === 0) resolve(answers);
      }, reject);
    });
  });
}

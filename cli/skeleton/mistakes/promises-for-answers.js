// fails: all guests are greeted together
export async function greetAll(names, greet) {
  return names.map((name) => greet(name).then((answer) => answer.toUpperCase()));
}

// fails: a guest who has left is told at once
export async function greetAll(names, greet) {
  const greetings = await Promise.allSettled(names.map((name) => greet(name)));
  return greetings.map((greeting) => {
    if (greeting.status === 'rejected') throw greeting.reason;
    return greeting.value;
  });
}

export function limitRate(perSecond, ask) {
  const waiting = [];
  let places = perSecond;

  function startSome() {
    while (places > 0 && waiting.length > 0) {
      places -= 1;
      setTimeout(() => {
        places += 1;
        startSome();
      }, 1000);
      const { question, resolve } = waiting.shift();
      resolve(ask(question));
    }
  }

  return (question) =>
    new Promise((resolve) => {
      waiting.push({ question, resolve });
      startSome();
    });
}

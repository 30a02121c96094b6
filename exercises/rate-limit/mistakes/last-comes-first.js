// fails: seven questions at once, three per second
export function limitRate(perSecond, ask) {
  const waiting = [];
  let places = perSecond;
  function startOne() {
    if (places === 0 || waiting.length === 0) return;
    places -= 1;
    setTimeout(() => {
      places += 1;
      startOne();
    }, 1000);
    const { question, resolve } = waiting.pop();
    resolve(ask(question));
  }
  return (question) =>
    new Promise((resolve) => {
      waiting.push({ question, resolve });
      startOne();
    });
}

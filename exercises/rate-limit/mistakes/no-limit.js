// fails: seven questions at once, three per second
export function limitRate(perSecond, ask) {
  return async (question) => await ask(question);
}

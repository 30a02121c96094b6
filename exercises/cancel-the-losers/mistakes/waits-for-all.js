// fails: the first answer wins, and the others are aborted at that moment
export async function fastest(sources) {
  const controller = new AbortController();
  const outcomes = await Promise.allSettled(sources.map((source) => source({ signal: controller.signal })));
  controller.abort();
  const answered = outcomes.find(({ status }) => status === 'fulfilled');
  if (!answered) throw new AggregateError(outcomes.map(({ reason }) => reason));
  return answered.value;
}

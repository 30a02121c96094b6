type Source<Answer> = (options: { signal: AbortSignal }) => Promise<Answer>;

export async function fastest<Answer>(sources: Source<Answer>[]): Promise<Answer> {
  const controllers = new Map(sources.map((source) => [source, new AbortController()]));
  const answers = [...controllers].map(async ([source, controller]) => {
    const answer = await source({ signal: controller.signal });
    controllers.delete(source);
    return answer;
  });
  const first = await Promise.any(answers);
  for (const controller of controllers.values()) controller.abort();
  return first;
}

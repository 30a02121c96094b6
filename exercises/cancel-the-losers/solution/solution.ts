export type Source<Answer> = (options: { signal: AbortSignal }) => Promise<Answer>;

/** Asks all sources, fulfils with the first answer, and aborts those that are still at work. */
export async function fastest<Answer>(sources: Source<Answer>[]): Promise<Answer> {
  const controller = new AbortController();
  try {
    return await Promise.any(sources.map((source) => source({ signal: controller.signal })));
  } finally {
    controller.abort();
  }
}

/**
 * Asks all sources, fulfils with the first answer, and aborts those that are still at work.
 *
 * @template Answer
 * @param {((options: { signal: AbortSignal }) => Promise<Answer>)[]} sources
 * @returns {Promise<Answer>}
 */
export async function fastest(sources) {
  const { signal } = new AbortController();
  return await Promise.any(sources.map((source) => source({ signal })));
}

/**
 * Asks all sources, fulfils with the first answer, and aborts those that are still at work.
 *
 * @template Answer
 * @param {((options: { signal: AbortSignal }) => Promise<Answer>)[]} sources
 * @returns {Promise<Answer>}
 */
export async function fastest(sources) {
  const controller = new AbortController();
  try {
    return await Promise.any(sources.map((source) => source({ signal: controller.signal })));
  } finally {
    controller.abort();
  }
}

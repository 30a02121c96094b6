// fails: the first answer wins, and the others are aborted at that moment
export async function fastest(sources) {
  const controller = new AbortController();
  try {
    return await Promise.any(sources.map((source) => source({ controller })));
  } finally {
    controller.abort();
  }
}

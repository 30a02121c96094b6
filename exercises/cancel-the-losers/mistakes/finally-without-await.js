// fails: the first answer wins, and the others are aborted at that moment
export async function fastest(sources) {
  const controller = new AbortController();
  try {
    return Promise.any(sources.map((source) => source({ signal: controller.signal })));
  } finally {
    controller.abort();
  }
}

export function fastest(sources) {
  const question = new AbortController();
  const options = { signal: question.signal };
  return Promise.any(sources.map((source) => source(options))).finally(() => question.abort('answered'));
}

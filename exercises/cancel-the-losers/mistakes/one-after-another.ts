// fails: the first answer wins, and the others are aborted at that moment
type Source = (options: { signal: AbortSignal }) => Promise<unknown>;

export async function fastest(sources: Source[]): Promise<unknown> {
  const { signal } = new AbortController();
  const errors: unknown[] = [];
  for (const source of sources) {
    try {
      return await source({ signal });
    } catch (error) {
      errors.push(error);
    }
  }
  throw new AggregateError(errors);
}

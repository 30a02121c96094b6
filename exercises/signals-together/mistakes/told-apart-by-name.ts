// fails: what counts is the signal, not the name of the error
type Download = (options: { signal: AbortSignal }) => Promise<string>;

export async function loadPhoto(
  download: Download,
  userSignal: AbortSignal,
  limitMs: number,
): Promise<unknown> {
  const signal = AbortSignal.any([userSignal, AbortSignal.timeout(limitMs)]);
  try {
    return { status: 'loaded', photo: await download({ signal }) };
  } catch (error) {
    const { name } = error as Error;
    if (name === 'TimeoutError') return { status: 'too late' };
    if (name === 'AbortError') return { status: 'cancelled' };
    throw error;
  }
}

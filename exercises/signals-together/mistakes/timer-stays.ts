// fails: a photo that comes in time is loaded
type Download = (options: { signal: AbortSignal }) => Promise<string>;

export async function loadPhoto(
  download: Download,
  userSignal: AbortSignal,
  limitMs: number,
): Promise<unknown> {
  const timeLimit = new AbortController();
  setTimeout(() => timeLimit.abort(), limitMs);
  try {
    const signal = AbortSignal.any([userSignal, timeLimit.signal]);
    return { status: 'loaded', photo: await download({ signal }) };
  } catch (error) {
    if (userSignal.aborted) return { status: 'cancelled' };
    if (timeLimit.signal.aborted) return { status: 'too late' };
    throw error;
  }
}

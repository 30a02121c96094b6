/**
 * Downloads a photo until it is there, the user cancels, or `limitMs` are over, and says which it was.
 *
 * @param {(options: { signal: AbortSignal }) => Promise<string>} download
 * @param {AbortSignal} userSignal
 * @param {number} limitMs
 * @returns {Promise<{ status: 'loaded', photo: string } | { status: 'cancelled' } | { status: 'too late' }>}
 */
export async function loadPhoto(download, userSignal, limitMs) {
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

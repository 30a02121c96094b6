/**
 * Downloads a photo until it is there, the user cancels, or `limitMs` are over, and says which it was.
 *
 * @param {(options: { signal: AbortSignal }) => Promise<string>} download
 * @param {AbortSignal} userSignal
 * @param {number} limitMs
 * @returns {Promise<{ status: 'loaded', photo: string } | { status: 'cancelled' } | { status: 'too late' }>}
 */
export async function loadPhoto(download, userSignal, limitMs) {
  try {
    return { status: 'loaded', photo: await download({ signal: AbortSignal.timeout(limitMs) }) };
  } catch {
    return { status: 'cancelled' };
  }
}

// fails: a photo that comes in time is loaded
export async function loadPhoto(download, userSignal, limitMs) {
  const timeLimit = AbortSignal.timeout(limitMs);
  const signal = AbortSignal.any(userSignal, timeLimit);
  try {
    return { status: 'loaded', photo: await download({ signal }) };
  } catch (error) {
    if (userSignal.aborted) return { status: 'cancelled' };
    if (timeLimit.aborted) return { status: 'too late' };
    throw error;
  }
}

// fails: a failure of the download itself passes through
export async function loadPhoto(download, userSignal, limitMs) {
  const timeLimit = AbortSignal.timeout(limitMs);
  try {
    return { status: 'loaded', photo: await download({ signal: AbortSignal.any([userSignal, timeLimit]) }) };
  } catch {
    return { status: timeLimit.aborted ? 'too late' : 'cancelled' };
  }
}

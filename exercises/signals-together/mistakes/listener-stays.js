// fails: a photo that comes in time is loaded
export async function loadPhoto(download, userSignal, limitMs) {
  const controller = new AbortController();
  let status;
  const end = (why) => {
    status ??= why;
    controller.abort();
  };
  if (userSignal.aborted) end('cancelled');
  userSignal.addEventListener('abort', () => end('cancelled'), { once: true });
  const timer = setTimeout(() => end('too late'), limitMs);
  try {
    return { status: 'loaded', photo: await download({ signal: controller.signal }) };
  } catch (error) {
    if (!status) throw error;
    return { status };
  } finally {
    clearTimeout(timer);
  }
}

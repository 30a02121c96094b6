// fails: a photo that was cancelled beforehand takes no time
type Download = (options: { signal: AbortSignal }) => Promise<string>;

export async function loadPhoto(
  download: Download,
  userSignal: AbortSignal,
  limitMs: number,
): Promise<unknown> {
  const controller = new AbortController();
  const cancel = () => controller.abort('cancelled');
  const timer = setTimeout(() => controller.abort('too late'), limitMs);
  userSignal.addEventListener('abort', cancel);
  try {
    return { status: 'loaded', photo: await download({ signal: controller.signal }) };
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    return { status: controller.signal.reason };
  } finally {
    clearTimeout(timer);
    userSignal.removeEventListener('abort', cancel);
  }
}

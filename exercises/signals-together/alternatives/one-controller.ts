type Download = (options: { signal: AbortSignal }) => Promise<string>;

export async function loadPhoto(
  download: Download,
  userSignal: AbortSignal,
  limitMs: number,
): Promise<unknown> {
  if (userSignal.aborted) return { status: 'cancelled' };
  const controller = new AbortController();
  let status: 'cancelled' | 'too late' | undefined;
  const end = (why: 'cancelled' | 'too late') => {
    status ??= why;
    controller.abort();
  };
  const cancel = () => end('cancelled');
  const timer = setTimeout(() => end('too late'), limitMs);
  userSignal.addEventListener('abort', cancel, { once: true });
  try {
    return { status: 'loaded', photo: await download({ signal: controller.signal }) };
  } catch (error) {
    if (status === undefined) throw error;
    return { status };
  } finally {
    clearTimeout(timer);
    userSignal.removeEventListener('abort', cancel);
  }
}

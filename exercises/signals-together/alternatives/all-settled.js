export async function loadPhoto(download, userSignal, limitMs) {
  const signals = { cancelled: userSignal, 'too late': AbortSignal.timeout(limitMs) };
  const signal = AbortSignal.any(Object.values(signals));
  const [loading] = await Promise.allSettled([download({ signal })]);
  if (loading.status === 'fulfilled') return { status: 'loaded', photo: loading.value };
  for (const [status, { aborted }] of Object.entries(signals)) if (aborted) return { status };
  throw loading.reason;
}

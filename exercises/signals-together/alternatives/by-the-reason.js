export function loadPhoto(download, userSignal, limitMs) {
  const timeLimit = AbortSignal.timeout(limitMs);
  const signal = AbortSignal.any([timeLimit, userSignal]);
  return download({ signal }).then(
    (photo) => ({ status: 'loaded', photo }),
    (error) => {
      if (!signal.aborted || error !== signal.reason) throw error;
      return { status: error === timeLimit.reason ? 'too late' : 'cancelled' };
    },
  );
}

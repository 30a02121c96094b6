// fails: when the time is up, the download is aborted exactly at the limit
export async function loadPhoto(download, userSignal, limitMs) {
  let timer;
  const timeIsUp = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs, { status: 'too late' });
  });
  const loading = download({ signal: userSignal }).then(
    (photo) => ({ status: 'loaded', photo }),
    (error) => {
      if (!userSignal.aborted) throw error;
      return { status: 'cancelled' };
    },
  );
  return await Promise.race([loading, timeIsUp]).finally(() => clearTimeout(timer));
}

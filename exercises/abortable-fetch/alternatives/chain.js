export function fetchWithin(url, limitMs) {
  const controller = new AbortController();
  let isTimeUp = false;
  const timer = setTimeout(() => {
    isTimeUp = true;
    controller.abort();
  }, limitMs);
  return fetch(url, { signal: controller.signal })
    .then((response) =>
      response.ok ? response.json() : Promise.reject(new Error(`Status ${response.status}`)),
    )
    .then((data) => ({ success: true, data }))
    .catch((error) => ({ success: false, error: isTimeUp ? `Timed out after ${limitMs} ms` : error.message }))
    .finally(() => clearTimeout(timer));
}

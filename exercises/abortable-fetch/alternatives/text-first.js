async function readJson(url, signal) {
  const response = await fetch(new Request(url, { signal }));
  if (!response.ok) throw new Error(`Status ${response.status}`);
  return JSON.parse(await response.text());
}

export async function fetchWithin(url, limitMs) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), limitMs);
  const [outcome] = await Promise.allSettled([readJson(url, controller.signal)]);
  clearTimeout(timer);
  if (outcome.status === 'fulfilled') return { success: true, data: outcome.value };
  const { name, message } = outcome.reason;
  return { success: false, error: name === 'AbortError' ? `Timed out after ${limitMs} ms` : message };
}

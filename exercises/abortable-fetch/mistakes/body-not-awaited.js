// fails: a quick answer gives its data and leaves no timer behind
export async function fetchWithin(url, limitMs) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`Timed out after ${limitMs} ms`)), limitMs);
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok) throw new Error(`Status ${response.status}`);
    return { success: true, data: response.json() };
  } catch (error) {
    return { success: false, error: error.message };
  } finally {
    clearTimeout(timer);
  }
}

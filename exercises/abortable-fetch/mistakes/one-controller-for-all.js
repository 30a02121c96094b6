// fails: two requests at once do not disturb each other
const controller = new AbortController();

export async function fetchWithin(url, limitMs) {
  const timer = setTimeout(() => controller.abort(new Error(`Timed out after ${limitMs} ms`)), limitMs);
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok) throw new Error(`Status ${response.status}`);
    return { success: true, data: await response.json() };
  } catch (error) {
    return { success: false, error: error.message };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Fetches JSON from `url`, and aborts the request when that takes longer than `limitMs`.
 *
 * @param {string} url
 * @param {number} limitMs
 * @returns {Promise<{ success: true, data: unknown } | { success: false, error: string }>}
 */
export async function fetchWithin(url, limitMs) {
  const controller = new AbortController();
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

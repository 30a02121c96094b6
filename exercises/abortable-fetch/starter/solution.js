/**
 * Fetches JSON from `url`, and aborts the request when that takes longer than `limitMs`.
 *
 * @param {string} url
 * @param {number} limitMs
 * @returns {Promise<{ success: true, data: unknown } | { success: false, error: string }>}
 */
export async function fetchWithin(url, limitMs) {
  const timeIsUp = new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`Timed out after ${limitMs} ms`)), limitMs);
  });
  const response = await Promise.race([fetch(url), timeIsUp]);
  return { success: true, data: await response.json() };
}

// fails: a slow request is aborted exactly at the limit
export async function fetchWithin(url, limitMs) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), limitMs);
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

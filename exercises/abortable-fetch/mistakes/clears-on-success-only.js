// fails: no failure leaves a timer behind
export async function fetchWithin(url, limitMs) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`Timed out after ${limitMs} ms`)), limitMs);
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok) throw new Error(`Status ${response.status}`);
    const data = await response.json();
    clearTimeout(timer);
    return { success: true, data };
  } catch (error) {
    return { success: false, error: error.message };
  }
}

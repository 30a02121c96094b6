// fails: a network failure is reported, not thrown
export async function fetchWithin(url: string, limitMs: number): Promise<unknown> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), limitMs);
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok) return { success: false, error: `Status ${response.status}` };
    return { success: true, data: await response.json() };
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    return { success: false, error: `Timed out after ${limitMs} ms` };
  } finally {
    clearTimeout(timer);
  }
}

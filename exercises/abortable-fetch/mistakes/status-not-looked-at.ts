// fails: a status that is not ok is a failure
export async function fetchWithin(url: string, limitMs: number): Promise<unknown> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`Timed out after ${limitMs} ms`)), limitMs);
  try {
    const response = await fetch(url, { signal: controller.signal });
    return { success: true, data: await response.json() };
  } catch (error) {
    return { success: false, error: (error as Error).message };
  } finally {
    clearTimeout(timer);
  }
}

// fails: the limit holds for the body as well
export async function fetchWithin(url: string, limitMs: number): Promise<unknown> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`Timed out after ${limitMs} ms`)), limitMs);
  try {
    const response = await fetch(url, { signal: controller.signal }).finally(() => clearTimeout(timer));
    if (!response.ok) throw new Error(`Status ${response.status}`);
    return { success: true, data: await response.json() };
  } catch (error) {
    return { success: false, error: (error as Error).message };
  }
}

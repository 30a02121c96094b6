export type Answer = { success: true; data: unknown } | { success: false; error: string };

export async function fetchWithin(url: string, limitMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limitMs) });
    return response.ok
      ? { success: true, data: await response.json() }
      : { success: false, error: `Status ${response.status}` };
  } catch (error) {
    const { name, message } = error as Error;
    return { success: false, error: name === 'TimeoutError' ? `Timed out after ${limitMs} ms` : message };
  }
}

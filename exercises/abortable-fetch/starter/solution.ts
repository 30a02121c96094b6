export type Answer = { success: true; data: unknown } | { success: false; error: string };

/** Fetches JSON from `url`, and aborts the request when that takes longer than `limitMs`. */
export async function fetchWithin(url: string, limitMs: number): Promise<Answer> {
  const timeIsUp = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`Timed out after ${limitMs} ms`)), limitMs);
  });
  const response = await Promise.race([fetch(url), timeIsUp]);
  return { success: true, data: await response.json() };
}

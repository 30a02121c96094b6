// fails: a slow request is aborted exactly at the limit
export async function fetchWithin(url: string, limitMs: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeIsUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Timed out after ${limitMs} ms`)), limitMs);
  });
  const load = async () => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`Status ${response.status}`);
    return await response.json();
  };
  try {
    return { success: true, data: await Promise.race([load(), timeIsUp]) };
  } catch (error) {
    return { success: false, error: (error as Error).message };
  } finally {
    clearTimeout(timer);
  }
}

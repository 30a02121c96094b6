// fails: many errors at once are many lines
export async function whatFailed(task: () => Promise<unknown>): Promise<string[]> {
  try {
    await task();
    return [];
  } catch (error) {
    return linesOf(error);
  }
}

function linesOf(error: unknown): string[] {
  const messages: string[] = [];
  for (let one = error; one !== undefined; one = one instanceof Error ? one.cause : undefined) {
    messages.push(one instanceof Error ? one.message : String(one));
  }
  return [messages.join(' because ')];
}

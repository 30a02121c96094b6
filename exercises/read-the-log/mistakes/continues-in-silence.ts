// fails: reading stops at the first fatal entry
type Entry = { level: string; text: string };

export async function readErrors(openLog: () => AsyncIterable<Entry>) {
  const errors: string[] = [];
  let fatal: string | null = null;
  for await (const { level, text } of openLog()) {
    if (fatal !== null) continue;
    if (level === 'error') errors.push(text);
    if (level === 'fatal') fatal = text;
  }
  return { errors, fatal };
}

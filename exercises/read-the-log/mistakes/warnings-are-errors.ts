// fails: errors are listed in the order of the log
type Entry = { level: string; text: string };

export async function readErrors(openLog: () => AsyncIterable<Entry>) {
  const errors: string[] = [];
  for await (const { level, text } of openLog()) {
    if (level === 'fatal') return { errors, fatal: text };
    if (level !== 'info') errors.push(text);
  }
  return { errors, fatal: null };
}

// fails: errors are listed in the order of the log
type Entry = { level: string; text: string };

export async function readErrors(openLog: () => AsyncIterable<Entry>) {
  const errors: string[] = [];
  let fatal: string | undefined;
  for await (const { level, text } of openLog()) {
    if (level === 'error') errors.push(text);
    if (level !== 'fatal') continue;
    fatal = text;
    break;
  }
  return { errors, fatal };
}

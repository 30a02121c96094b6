export type Entry = { level: 'info' | 'warning' | 'error' | 'fatal'; text: string };
export type OpenLog = () => AsyncIterable<Entry>;
export type Report = { errors: string[]; fatal: string | null };

/** Collects the errors of a log up to its first fatal entry, and reads no further. */
export async function readErrors(openLog: OpenLog): Promise<Report> {
  const errors: string[] = [];
  for await (const { level, text } of openLog()) {
    if (level === 'fatal') return { errors, fatal: text };
    if (level === 'error') errors.push(text);
  }
  return { errors, fatal: null };
}

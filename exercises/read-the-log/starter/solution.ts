export type Entry = { level: 'info' | 'warning' | 'error' | 'fatal'; text: string };
export type OpenLog = () => AsyncIterable<Entry>;
export type Report = { errors: string[]; fatal: string | null };

/** Collects the errors of a log up to its first fatal entry, and reads no further. */
export async function readErrors(openLog: OpenLog): Promise<Report> {
  const entries: Entry[] = [];
  for await (const entry of openLog()) {
    entries.push(entry);
  }
  const report: Report = { errors: [], fatal: null };
  for (const { level, text } of entries) {
    if (level === 'error') report.errors.push(text);
    if (level === 'fatal') {
      report.fatal = text;
      break;
    }
  }
  return report;
}

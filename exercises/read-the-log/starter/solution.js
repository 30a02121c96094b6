/**
 * @typedef {{ level: 'info' | 'warning' | 'error' | 'fatal', text: string }} Entry
 * @typedef {{ errors: string[], fatal: string | null }} Report
 */

/**
 * Collects the errors of a log up to its first fatal entry, and reads no further.
 *
 * @param {() => AsyncIterable<Entry>} openLog
 * @returns {Promise<Report>}
 */
export async function readErrors(openLog) {
  const entries = [];
  for await (const entry of openLog()) {
    entries.push(entry);
  }
  const report = { errors: [], fatal: null };
  for (const { level, text } of entries) {
    if (level === 'error') report.errors.push(text);
    if (level === 'fatal') {
      report.fatal = text;
      break;
    }
  }
  return report;
}

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
  const errors = [];
  for await (const { level, text } of openLog()) {
    if (level === 'fatal') return { errors, fatal: text };
    if (level === 'error') errors.push(text);
  }
  return { errors, fatal: null };
}

// A finding as lines of plain text: where, what, and the difference below it.
import { sentence } from './sentences.ts';
import type { Finding } from './types.ts';

/** `solution.ts:7:22 ` with a space at the end; empty when the place is not known. */
export function placeText({ at }: Pick<Finding, 'at'>): string {
  return at === undefined ? '' : `${at.file}:${at.line}:${at.column} `;
}

/** The sentence with its place, then the lines of the difference, where there is one, indented by two. */
export function findingLines(finding: Finding): string[] {
  const { diff } = finding.params;
  const differences = typeof diff === 'string' ? diff.split('\n').map((line) => `  ${line}`) : [];
  return [`${placeText(finding)}${sentence(finding)}`, ...differences];
}

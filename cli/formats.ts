// What `--format` may be asked for.
import { reportFormats, type ReportFormat } from '#grader/index.ts';
import { UsageError } from './exit-codes.ts';

export type GradeFormat = 'text' | 'json' | ReportFormat;
export const gradeFormats: readonly GradeFormat[] = ['text', 'json', ...reportFormats];

/** A run has no verdict: of the formats for other tools, only its recording has one. */
export type RunFormat = 'text' | 'json' | 'trace';
export const runFormats: readonly RunFormat[] = ['text', 'json', 'trace'];

/** @throws UsageError for an unknown format, or for `--json` beside another one. */
export function readFormat<Format extends GradeFormat>(
  { format, json }: { format?: string; json?: boolean },
  formats: readonly Format[],
): Format {
  const asked = format ?? (json === true ? 'json' : 'text');
  const known = formats.find((name) => name === asked);
  if (known === undefined) {
    throw new UsageError(`--format "${asked}": expected one of ${formats.join(', ')}.`);
  }
  if (json === true && known !== 'json') {
    throw new UsageError(`--json and --format ${known} ask for two formats; give one of them.`);
  }
  return known;
}

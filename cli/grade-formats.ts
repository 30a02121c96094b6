// What `grade --format` may be asked for.
import { reportFormats, type ReportFormat } from '#grader/index.ts';
import { UsageError } from './exit-codes.ts';

export type GradeFormat = 'text' | 'json' | ReportFormat;

export const gradeFormats: readonly GradeFormat[] = ['text', 'json', ...reportFormats];

/** @throws UsageError for an unknown format, or for `--json` beside another one. */
export function readFormat({ format, json }: { format?: string; json?: boolean }): GradeFormat {
  const asked = format ?? (json === true ? 'json' : 'text');
  const known = gradeFormats.find((name) => name === asked);
  if (known === undefined) {
    throw new UsageError(`--format "${asked}": expected one of ${gradeFormats.join(', ')}.`);
  }
  if (json === true && known !== 'json') {
    throw new UsageError(`--json and --format ${known} ask for two formats; give one of them.`);
  }
  return known;
}

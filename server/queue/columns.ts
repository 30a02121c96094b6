// JSON columns and stored recordings as the types they were written with. They are written by this program alone and
// were checked when they left the grader's child, so reading does not check them again.
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { ExerciseBundle } from '#grader/index.ts';
import type { Files, Recording, Verdict } from '#grader/recording/types.ts';

type Column = object | string | number | boolean;

export const toBundle = (column: Column | null): ExerciseBundle => column as ExerciseBundle;
export const toFiles = (column: Column): Files => column as Files;
export const toVerdict = (column: Column): Verdict => column as Verdict;
export const toRecordings = (json: string): Recording[] => JSON.parse(json) as Recording[];

/** The escapes of JSON; those that PostgreSQL's jsonb refuses are a NUL and half of a surrogate pair. */
const ESCAPE = /\\(u[0-9a-f]{4}|.)/gi;

/** A value as jsonb can hold it: what a student's code printed or threw may hold characters that it cannot. */
export function toColumn<Value extends object>(value: Value): Value {
  const json = JSON.stringify(value).replace(ESCAPE, (escape, code: string) => {
    if (code.toLowerCase() === 'u0000') return '\u2400'; // the picture of a NUL
    return /^ud[89a-f]/i.test(code) ? '\ufffd' : escape; // whole pairs are never escaped
  });
  return JSON.parse(json) as Value;
}

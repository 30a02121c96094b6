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

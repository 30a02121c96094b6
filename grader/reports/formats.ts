// A grading in the format of somebody else's tool. Each format is loaded when it is asked for.
import type { GradeResult, Recording } from '../recording/types.ts';
import type { ExerciseBundle } from '../worker/grader.ts';
import type { Timing } from './timing.ts';

export const reportFormats = ['exercism', 'junit', 'tap', 'ctrf', 'trace'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export type Reported = {
  result: GradeResult;
  exercise: Pick<ExerciseBundle, 'scenarios' | 'expectations'>;
  timing: Timing;
  /** The reference solution's recordings, for `trace`. */
  reference?: Recording[];
};

/** @returns the whole text of the report, with a line feed at its end. The same arguments give the same text. */
export async function renderReport(format: ReportFormat, reported: Reported): Promise<string> {
  const { result, exercise, timing, reference } = reported;
  switch (format) {
    case 'exercism': {
      const { toExercism } = await import('./exercism.ts');
      return toText(toExercism(result, exercise));
    }
    case 'junit': {
      const { toJunit } = await import('./junit.ts');
      return toJunit(result, timing);
    }
    case 'tap': {
      const { toTap } = await import('./tap.ts');
      return toTap(result);
    }
    case 'ctrf': {
      const { toCtrf } = await import('./ctrf.ts');
      return toText(toCtrf(result, timing));
    }
    case 'trace':
      return await renderTrace(result.recordings, reference);
    default:
      return format satisfies never;
  }
}

/** Recordings as Chrome trace events; those of the reference, where there are any, beside the others of their name. */
export async function renderTrace(recordings: Recording[], reference?: Recording[]): Promise<string> {
  const [{ toChromeTrace }, { printTrace }] = await Promise.all([
    import('./chrome-trace.ts'),
    import('./trace-event.ts'),
  ]);
  return printTrace(toChromeTrace(recordings, reference));
}

function toText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

// Rows → what their viewer may see. The only place that decides what of a hidden test leaves the server.
import 'server-only';
import type { Recording, SourcePosition, TestVerdict, Verdict } from '#grader/recording/types.ts';
import type { AttemptView, TestView, VerdictView } from './views.ts';

/** `owner`: the student; hidden tests stay hidden. `instructor`: sees a submission whole. */
export type Viewer = 'owner' | 'instructor';

export type AttemptRow = Omit<AttemptView, 'verdict' | 'createdAt'> & {
  createdAt: Date;
  verdict: Verdict | null;
};

export function toAttemptView(row: AttemptRow, viewer: Viewer): AttemptView {
  const hidden = viewer === 'owner' ? hiddenNames(row.verdict) : new Set<string>();
  const isShown = (recording: Recording): boolean => !hidden.has(recording.test);
  const recordings = row.recordings.filter(isShown);
  const names = new Set(recordings.map((recording) => recording.test));
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    verdict: row.verdict && toVerdictView(row.verdict, viewer),
    recordings,
    reference: row.reference
      .filter((recording) => names.has(recording.test) && recording.manyAnswers !== true)
      .map(withoutAnswer),
  };
}

function hiddenNames(verdict: Verdict | null): Set<string> {
  return new Set(verdict?.tests.filter((test) => test.hidden).map((test) => test.name));
}

function toVerdictView(verdict: Verdict, viewer: Viewer): VerdictView {
  const { outcome, findings, sealed, seed, engineVersion } = verdict;
  let hiddenNumber = 0;
  const tests = verdict.tests.map((test) =>
    test.hidden ? toTestView(test, viewer, ++hiddenNumber) : toTestView(test, viewer),
  );
  return { outcome, tests, findings, sealed, seed, engineVersion };
}

/** @param hiddenNumber Position among the hidden tests, from 1; needed for a hidden one. */
export function toTestView(test: TestVerdict, viewer: Viewer, hiddenNumber = 1): TestView {
  if (!test.hidden || viewer === 'instructor') return test;
  return { ...test, name: `Hidden test ${hiddenNumber}`, findings: [] };
}

/**
 * Of the reference a student compares calls and times. Its lines would tell the shape of the solution, and what it
 * returns would tell the answer.
 */
function withoutAnswer(recording: Recording): Recording {
  const { unsettled: _unsettled, steps: _steps, ...kept } = recording;
  return {
    ...kept,
    ended: withoutPosition(recording.ended),
    outcome: recording.outcome.kind === 'returned' ? { kind: 'returned', value: null } : recording.outcome,
    timeline: {
      ...recording.timeline,
      spans: recording.timeline.spans.map(withoutPosition),
      marks: recording.timeline.marks.map(withoutPosition),
    },
    leftBehind: recording.leftBehind.map(({ notAwaited: _notAwaited, ...item }) => withoutPosition(item)),
    pendingWaits: [],
  };
}

function withoutPosition<Thing extends object>(thing: Thing): Thing {
  const copy: Thing & { at?: SourcePosition } = { ...thing };
  delete copy.at;
  return copy;
}

import { useState, type ReactElement } from 'react';
import type { AttemptView } from '#app/_grading/views.ts';
import type { SourcePosition } from '#grader/recording/types.ts';
import { OpenBadge } from '../ui/open-badge.tsx';
import { FindingView } from './finding-view.tsx';
import { TestResult } from './test-result.tsx';
import { summarize, type Summary } from './verdict-words.ts';

type ResultsProps = {
  attempt: AttemptView;
  onGoTo?: (at: SourcePosition) => void;
  onOpenTimeline?: (test: string) => void;
};

/** The verdict of one attempt, test by test; the first that failed is open. */
export function Results({ attempt, onGoTo, onOpenTimeline }: ResultsProps): ReactElement {
  const [hidesPassed, setHidesPassed] = useState(false);
  const summary = summarize(attempt);
  const { tests = [], findings = [] } = attempt.verdict ?? {};
  const firstFailed = tests.find((test) => test.outcome === 'failed');
  const shown = hidesPassed ? tests.filter((test) => test.outcome !== 'passed') : tests;
  return (
    <div key={attempt.id}>
      <ResultsHead summary={summary} attempt={attempt} />
      {findings.length > 0 && (
        <div className="grid gap-3 border-b border-hairline px-3 pb-3">
          {findings.map((finding, index) => (
            <div key={index} className="grid gap-2">
              <FindingView finding={finding} />
              {finding.at && onGoTo && <GoToButton at={finding.at} onGoTo={onGoTo} />}
            </div>
          ))}
        </div>
      )}
      {summary.passed > 0 && summary.passed < summary.total && (
        <label className="flex min-h-8 w-fit cursor-pointer items-center gap-2 px-3 text-xs text-muted">
          <input type="checkbox" checked={hidesPassed} onChange={() => setHidesPassed(!hidesPassed)} />
          Hide passed tests
        </label>
      )}
      {shown.map((test) => {
        const recording = attempt.recordings.find((candidate) => candidate.test === test.name);
        return (
          <TestResult
            key={test.name}
            test={test}
            recording={recording}
            isOpen={test === firstFailed}
            onGoTo={onGoTo}
            onOpenTimeline={onOpenTimeline && (() => onOpenTimeline(test.name))}
          />
        );
      })}
    </div>
  );
}

const tones: { [tone in Summary['tone']]: { glyph: string; colour: string } } = {
  pass: { glyph: '✓', colour: 'text-pass' },
  fail: { glyph: '✗', colour: 'text-fail' },
  warn: { glyph: '⚠︎', colour: 'text-warn' },
};

function ResultsHead({ summary, attempt }: { summary: Summary; attempt: AttemptView }): ReactElement {
  const { glyph, colour } = tones[summary.tone];
  const what = attempt.kind === 'run' ? 'Run of the visible tests' : `Submission ${attempt.number ?? ''}`;
  return (
    <div className="px-3 py-3">
      <h3 className={`flex items-baseline gap-2 text-base font-semibold ${colour}`}>
        <span aria-hidden="true" className="font-mono">
          {glyph}
        </span>
        {summary.headline}
      </h3>
      <p className="text-xs text-muted">
        {what} · {summary.passed} of {summary.total} passed
      </p>
      {attempt.verdict?.sealed === false && (
        <p className="mt-1.5">
          <OpenBadge />
        </p>
      )}
    </div>
  );
}

function GoToButton({
  at,
  onGoTo,
}: {
  at: SourcePosition;
  onGoTo: (at: SourcePosition) => void;
}): ReactElement {
  return (
    <button type="button" className="result-button w-fit" onClick={() => onGoTo(at)}>
      Jump to line {at.line}, column {at.column}
    </button>
  );
}

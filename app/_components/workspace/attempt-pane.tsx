import { useEffect, useState, type ReactElement } from 'react';
import type { SourcePosition } from '#grader/recording/types.ts';
import type { AttemptControls } from '../results/use-attempts.ts';
import type { Progress } from '../results/attempt-progress.ts';
import { Results } from '../results/results.tsx';
import { TestResult } from '../results/test-result.tsx';

type AttemptPaneProps = {
  attempts: AttemptControls;
  visibleTests: string[];
  hiddenTests: number;
  onGoTo: (at: SourcePosition) => void;
  onOpenTimeline: (test: string) => void;
};

/** The tests: of the attempt under way as they end, else of the last one. */
export function AttemptPane(props: AttemptPaneProps): ReactElement {
  const { attempts, visibleTests, hiddenTests } = props;
  const { progress, shown, wasHandedIn } = attempts;
  const isBusy = isUnderWay(progress);
  const showsProgress = useDelay(isBusy);
  if (isBusy && (showsProgress || shown === null)) {
    const total =
      'kind' in progress && progress.kind === 'run' ? visibleTests.length : visibleTests.length + hiddenTests;
    return <ProgressView progress={progress} total={total} onCancel={() => void attempts.cancel()} />;
  }
  return (
    <>
      <Refusal progress={progress} />
      {wasHandedIn && shown?.kind === 'submission' && !isBusy && (
        <p className="border-b border-hairline bg-raised px-3 py-2">
          You had handed in exactly this code before: this is submission {shown.number}.
        </p>
      )}
      {shown === null ? (
        <NotRunYet visibleTests={visibleTests} hiddenTests={hiddenTests} />
      ) : (
        <Results key={shown.id} attempt={shown} onGoTo={props.onGoTo} onOpenTimeline={props.onOpenTimeline} />
      )}
    </>
  );
}

export function isUnderWay({ phase }: Progress): boolean {
  return phase === 'sending' || phase === 'queued' || phase === 'grading';
}

const QUIET_MS = 400;

/** True when `isBusy` has been true for a while: what is over at once needs no word in between. */
function useDelay(isBusy: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isBusy) return () => {};
    const timer = setTimeout(() => setIsLong(true), QUIET_MS);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isBusy]);
  return isBusy && isLong;
}

type ProgressViewProps = { progress: Progress; total: number; onCancel: () => void };

function ProgressView({ progress, total, onCancel }: ProgressViewProps): ReactElement {
  const tests = progress.phase === 'grading' ? progress.tests : [];
  return (
    <div aria-busy="true">
      <div className="flex items-center gap-3 px-3 py-3">
        <progress className="sr-only" value={tests.length} max={total} aria-label="Tests run" />
        <p className="flex-1">{progressWords(progress, total)}</p>
        {progress.phase !== 'sending' && (
          <button type="button" className="result-button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
      {tests.map((test) => (
        <TestResult key={test.name} test={test} recording={undefined} isOpen={false} />
      ))}
    </div>
  );
}

function progressWords(progress: Progress, total: number): string {
  if (progress.phase === 'grading') {
    return `Test ${Math.min((progress.tests.at(-1)?.index ?? -1) + 2, total)} of ${total}…`;
  }
  if (progress.phase === 'queued' && progress.place !== null) {
    return progress.place === 1 ? 'Next in the queue…' : `Number ${progress.place} in the queue…`;
  }
  return 'Sending…';
}

function Refusal({ progress }: { progress: Progress }): ReactElement | null {
  if (progress.phase === 'cancelled') {
    return <p className="border-b border-hairline px-3 py-2 text-muted">Cancelled. Nothing was counted.</p>;
  }
  if (progress.phase !== 'refused') return null;
  return (
    <p role="alert" className="border-b border-hairline bg-fail/10 px-3 py-2 text-fail">
      {progress.kind === 'run' ? 'Not run' : 'Not submitted'}: {progress.message}
    </p>
  );
}

function NotRunYet({
  visibleTests,
  hiddenTests,
}: {
  visibleTests: string[];
  hiddenTests: number;
}): ReactElement {
  return (
    <div className="grid gap-3 p-3">
      <p className="text-muted">
        Run is for you: it tries these tests and nobody else sees your code. Submit hands your code in
        {hiddenTests > 0 && ` and tries ${hiddenTests} hidden tests as well`}; your instructor sees it.
      </p>
      <ul className="grid gap-1">
        {visibleTests.map((name) => (
          <li key={name} className="flex gap-2">
            <span aria-hidden="true" className="font-mono text-muted">
              ○
            </span>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

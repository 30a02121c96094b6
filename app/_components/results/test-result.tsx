import type { ReactElement } from 'react';
import type { TestView } from '#app/_grading/views.ts';
import type { Mark, Recording, SourcePosition } from '#grader/recording/types.ts';
import { FindingView } from './finding-view.tsx';
import { endedWord } from './verdict-words.ts';

type TestResultProps = {
  test: TestView;
  recording: Recording | undefined;
  isOpen: boolean;
  /** Absent where there is no code to jump to. */
  onGoTo?: ((at: SourcePosition) => void) | undefined;
  onOpenTimeline?: (() => void) | undefined;
};

const glyphs = { passed: '✓', failed: '✗', 'not-run': '○' } as const;
const colours = { passed: 'text-pass', failed: 'text-fail', 'not-run': 'text-muted' } as const;
const words = { passed: 'Passed', failed: 'Failed', 'not-run': 'Not run' } as const;

/** One test: name and outcome in the line, everything else below it. */
export function TestResult({
  test,
  recording,
  isOpen,
  onGoTo,
  onOpenTimeline,
}: TestResultProps): ReactElement {
  const ended = endedWord(test.ended);
  const at = test.findings.find((finding) => finding.at)?.at;
  return (
    <details open={isOpen} className="group border-b border-hairline" data-outcome={test.outcome}>
      <summary className="flex min-h-9 cursor-pointer items-center gap-2 px-3 py-1.5 hover:bg-raised">
        <span aria-hidden="true" className="w-3 text-xs text-muted group-open:rotate-90">
          ▸
        </span>
        <span className={`font-mono ${colours[test.outcome]}`} aria-hidden="true">
          {glyphs[test.outcome]}
        </span>
        <span className="sr-only">{words[test.outcome]}: </span>
        <span className="min-w-0 flex-1">{test.name}</span>
        {test.outcome !== 'not-run' && (
          <span className="text-xs whitespace-nowrap text-muted tabular-nums">{test.virtualMs} ms</span>
        )}
      </summary>
      <div className="grid gap-3 px-3 pt-1 pb-4 pl-10">
        {test.outcome === 'failed' && ended && (
          <p className="w-fit rounded-sm bg-fail/10 px-1.5 py-0.5 text-xs text-fail">{ended}</p>
        )}
        <Explanation test={test} />
        {(at || recording) && (
          <div className="flex flex-wrap gap-2 empty:hidden">
            {at && onGoTo && (
              <button type="button" className="result-button" onClick={() => onGoTo(at)}>
                Jump to line {at.line}
              </button>
            )}
            {recording && onOpenTimeline && (
              <button type="button" className="result-button" onClick={onOpenTimeline}>
                Open in timeline
              </button>
            )}
          </div>
        )}
        {recording && <ConsoleLines recording={recording} />}
      </div>
    </details>
  );
}

function Explanation({ test }: { test: TestView }): ReactElement | null {
  if (test.outcome === 'not-run') return <p className="text-muted">This test did not run.</p>;
  if (test.findings.length > 0) {
    return (
      <>
        {test.findings.map((finding, index) => (
          <FindingView key={index} finding={finding} />
        ))}
      </>
    );
  }
  if (test.hidden) {
    return (
      <p className="text-muted">
        A hidden test: it checks a point of “Done when”, with values that are not shown.
      </p>
    );
  }
  return test.outcome === 'passed' ? <p className="text-muted">As expected.</p> : null;
}

function ConsoleLines({ recording }: { recording: Recording }): ReactElement | null {
  const lines = recording.timeline.marks.filter((mark) => mark.kind === 'console');
  const dropped = recording.droppedOutput;
  if (lines.length === 0 && dropped === undefined) return null;
  return (
    <div>
      <p className="mb-1 text-xs text-muted">Your output</p>
      <div
        role="region"
        aria-label="Your output"
        tabIndex={0}
        className="max-h-64 overflow-auto rounded-md border border-hairline bg-surface py-1 font-mono text-xs leading-relaxed"
      >
        {lines.map((line) => (
          <ConsoleLine key={line.seq} line={line} />
        ))}
        {dropped && (
          <p className="px-2 text-warn">
            Cut off here: {dropped.lines} more lines, {dropped.characters} characters.
          </p>
        )}
      </div>
    </div>
  );
}

function ConsoleLine({ line }: { line: Mark }): ReactElement {
  const colour = line.level === 'error' ? 'text-fail' : line.level === 'warn' ? 'text-warn' : '';
  return (
    <p className={`flex w-max min-w-full gap-3 px-2 ${colour}`}>
      <span className="w-14 shrink-0 text-right text-muted tabular-nums">{line.virtualMs} ms</span>
      <span className="whitespace-pre">{line.text}</span>
    </p>
  );
}

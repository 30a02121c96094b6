import type { ReactElement } from 'react';
import { sentence } from '#grader/recording/sentences.ts';
import type { Finding } from '#grader/recording/types.ts';
import { diffOf, type DiffLine } from './verdict-words.ts';

const MAXIMUM_LINES = 400;

/** One finding: its sentence, and expected against received where there is something to compare. */
export function FindingView({ finding }: { finding: Finding }): ReactElement {
  const lines = diffOf(finding);
  return (
    <div className="grid gap-2">
      <p className="whitespace-pre-line">{sentence(finding)}</p>
      {lines && <Diff lines={lines} />}
    </div>
  );
}

const looks: { [sign in DiffLine['sign']]: string } = {
  '-': 'bg-pass/10 text-pass',
  '+': 'bg-fail/10 text-fail',
  ' ': 'text-muted',
};

function Diff({ lines }: { lines: DiffLine[] }): ReactElement {
  const cut = lines.length - MAXIMUM_LINES;
  return (
    <div
      role="region"
      aria-label="Expected and received"
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-hairline bg-surface py-1 font-mono text-xs leading-relaxed"
    >
      <p className="flex gap-4 px-2 pb-1">
        <span className="text-pass">- Expected</span> <span className="text-fail">+ Received</span>
      </p>
      {lines.slice(0, MAXIMUM_LINES).map((line, index) => (
        <p key={index} className={`w-max min-w-full px-2 whitespace-pre ${looks[line.sign]}`}>
          {line.sign} {line.text}
        </p>
      ))}
      {cut > 0 && <p className="px-2 text-muted">{cut} more lines are not shown.</p>}
    </div>
  );
}

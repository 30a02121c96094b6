import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

export type Status = 'passed' | 'failed' | 'some' | 'not-started' | 'attention' | 'locked' | 'waiting';

/** Drawn, not typed: fonts make these signs of different sizes, or coloured pictures. 14 × 14, stroke 1.75. */
const shapes: Record<Status, ReactElement> = {
  passed: <path d="M2.5 7.5 5.5 10.5 11.5 3.5" />,
  failed: <path d="M3 3 11 11M11 3 3 11" />,
  some: (
    <>
      <circle cx="7" cy="7" r="5" />
      <path d="M7 2a5 5 0 0 0 0 10z" fill="currentColor" />
    </>
  ),
  'not-started': <circle cx="7" cy="7" r="4.5" strokeWidth="1.25" />,
  attention: <path d="M7 1.75 13 12.25H1zM7 5.5v3M7 10v.5" strokeWidth="1.5" />,
  locked: <path d="M3 6.5h8v5.5H3zM4.75 6.5v-2a2.25 2.25 0 0 1 4.5 0v2" strokeWidth="1.5" />,
  waiting: <circle cx="7" cy="7" r="4.5" strokeWidth="1.5" strokeDasharray="2 2.5" />,
};
const words: Record<Status, string> = {
  passed: 'Passed',
  failed: 'Failed',
  some: 'Some tests pass',
  'not-started': 'Not started',
  attention: 'Needs attention',
  locked: 'Locked',
  waiting: 'Waiting',
};
const colours: Record<Status, string> = {
  passed: 'text-pass',
  failed: 'text-fail',
  some: 'text-warn',
  'not-started': 'text-muted',
  attention: 'text-warn',
  locked: 'text-muted',
  waiting: 'text-muted',
};

export function statusWord(status: Status): string {
  return words[status];
}

/** The sign alone, for eyes; whoever uses it must say the word beside it or in the accessible name. */
export function StatusGlyph({ status, className }: { status: Status; className?: string }): ReactElement {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      aria-hidden
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classNames('inline-block shrink-0 align-[-0.125em]', colours[status], className)}
    >
      {shapes[status]}
    </svg>
  );
}

/** Glyph and word. */
export function StatusBadge({ status, children }: { status: Status; children?: string }): ReactElement {
  return (
    <span className={classNames('whitespace-nowrap', colours[status])}>
      <StatusGlyph status={status} className="mr-1.5" />
      {children ?? words[status]}
    </span>
  );
}

import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

export type Status = 'passed' | 'failed' | 'some' | 'not-started' | 'attention' | 'locked' | 'waiting';

const glyphs: Record<Status, string> = {
  passed: '✓',
  failed: '✗',
  some: '◐',
  'not-started': '○',
  attention: '⚠',
  locked: '🔒',
  waiting: '◌',
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

/** The glyph alone, for eyes; whoever uses it must say the word beside it or in the accessible name. */
export function StatusGlyph({ status, className }: { status: Status; className?: string }): ReactElement {
  return (
    <span aria-hidden className={classNames('font-mono', colours[status], className)}>
      {/* U+FE0E keeps the text form: no coloured emoji. */}
      {glyphs[status]}
      {'\uFE0E'}
    </span>
  );
}

/** Glyph and word. */
export function StatusBadge({ status, children }: { status: Status; children?: string }): ReactElement {
  return (
    <span className={classNames('inline-flex items-baseline gap-1.5 whitespace-nowrap', colours[status])}>
      <StatusGlyph status={status} />
      {children ?? words[status]}
    </span>
  );
}

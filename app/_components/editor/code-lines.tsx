import type { ReactNode } from 'react';
import type { CodeLine } from './code-tokens.ts';

export type LineNote = { line: number; message: string };

type CodeLinesProps = {
  lines: CodeLine[];
  label: string;
  notes?: LineNote[];
  /** Lines to mark as new, from 1. */
  fresh?: ReadonlySet<number>;
  pointedLine?: number | null;
  onPoint?: (line: number | null) => void;
};

/** Code to read: numbered, coloured, with notes below the lines that they are about. */
export function CodeLines({
  lines,
  label,
  notes = [],
  fresh,
  pointedLine,
  onPoint,
}: CodeLinesProps): ReactNode {
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      className="overflow-x-auto py-3 font-mono text-sm leading-relaxed"
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <ol className="w-max min-w-full">
        {lines.map((line, index) => (
          <NumberedLine
            key={index}
            line={line}
            number={index + 1}
            notes={notes.filter((note) => note.line === index + 1)}
            isFresh={fresh?.has(index + 1) ?? false}
            isPointed={pointedLine === index + 1}
            onPoint={onPoint}
          />
        ))}
      </ol>
    </div>
  );
}

type NumberedLineProps = {
  line: CodeLine;
  number: number;
  notes: LineNote[];
  isFresh: boolean;
  isPointed: boolean;
  onPoint: ((line: number | null) => void) | undefined;
};

function NumberedLine({ line, number, notes, isFresh, isPointed, onPoint }: NumberedLineProps): ReactNode {
  const background = isPointed ? 'bg-link/15' : notes.length > 0 ? 'bg-fail/10' : isFresh ? 'bg-pass/10' : '';
  return (
    <li
      className={background}
      onMouseEnter={onPoint && (() => onPoint(number))}
      onMouseLeave={onPoint && (() => onPoint(null))}
    >
      <span className="inline-block w-12 pr-3 text-right text-muted select-none" aria-hidden="true">
        {isFresh && '+ '}
        {number}
      </span>
      <code className="whitespace-pre">
        {line.map((token, index) => (
          <span key={index} className={token.className}>
            {token.text}
          </span>
        ))}
      </code>
      {notes.map((note) => (
        <p key={note.message} className="ml-12 border-l-2 border-fail px-3 py-1 font-sans text-fail">
          {note.message}
        </p>
      ))}
    </li>
  );
}

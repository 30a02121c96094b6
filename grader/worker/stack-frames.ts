// Stacks as texts: where their frames lie in the student's own files.
import type { SourcePosition } from '../recording/types.ts';
import type { Program } from './program.ts';

/** First frame of a stack that lies in a submission's file, in the student's own line and column. */
export function positionInStack(stack: string, program: Program): SourcePosition | undefined {
  const frame = framePatterns(program).first.exec(stack);
  if (frame === null) return undefined;
  const [, file = '', line, column] = frame;
  // The student's code may have written the stack itself.
  if (Number(line) === 0 || Number(column) === 0) return undefined;
  return program.toOriginal({ file, line: Number(line), column: Number(column) });
}

/** A frame in a text of ours, which have no ending, or in the author's: `    at attempt (recorder:1:10450)`. */
const FOREIGN_FRAME = /^ {4,}at (?:.*\(|async )?(?:[a-z]+|scenarios\.ts):\d+:\d+\)?$/;

/** Frames of a printed stack, in the student's own lines and columns, and none of anybody else's. */
export function placeFrames(printed: string, program: Program): string {
  if (!printed.includes('    at ')) return printed;
  const lines = printed.split('\n').filter((line) => !FOREIGN_FRAME.test(line));
  return lines.join('\n').replaceAll(framePatterns(program).printed, (all, before: string, frame: string) => {
    const at = positionInStack(frame, program);
    return at === undefined ? all : `${before}${at.file}:${at.line}:${at.column}`;
  });
}

const patterns = new WeakMap<Program, { first: RegExp; printed: RegExp }>();

function framePatterns(program: Program): { first: RegExp; printed: RegExp } {
  const known = patterns.get(program);
  if (known !== undefined) return known;
  const name = [...program.files.keys()].map((file) => file.replaceAll('.', '\\.')).join('|');
  const made = {
    first: new RegExp(`(?<![\\w./-])(${name}):(\\d{1,6}):(\\d{1,6})\\b`),
    printed: new RegExp(`^( {4,}at (?:.*[^\\w./-])?)((?:${name}):\\d+:\\d+)(?=\\)?(?: \\{)?$)`, 'gm'),
  };
  patterns.set(program, made);
  return made;
}

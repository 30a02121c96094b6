// Matchers about how the run came out: its error, its output, its longest block, and what it left behind.
import { equals, iterableEquality, subsetEquality } from '@vitest/expect';
import type { Evidence } from '../author.ts';
import { leftBehindFinding } from '../recording/findings.ts';
import { printValue } from '../recording/print.ts';
import type { Finding, Mark } from '../recording/types.ts';
import { printExpected } from './call-matchers.ts';
import { MisuseError, requireNumber, requireTexts } from './misuse.ts';
import { place } from './select.ts';

export function toRejectWith(evidence: Evidence, expected: string | RegExp | object): Finding | null {
  if (expected === undefined || expected === null || expected === '')
    throw new MisuseError(
      'toRejectWith was given nothing; expected a message, a pattern, or a part of the error',
    );
  const { outcome } = evidence.recording;
  const error = evidence.error;
  const shown = printExpected(expected);
  if (outcome.kind !== 'threw') {
    const actual = outcome.kind === 'returned' ? printValue(outcome.value) : '';
    return { code: 'not-rejected', params: { actual, expected: shown } };
  }
  if (isExpectedError(error, expected)) return null;
  const { ended } = evidence.recording;
  const params = { actual: printValue(outcome.error), expected: shown };
  return { code: 'rejected-differently', params, ...('at' in ended ? place(ended) : {}) };
}

function isExpectedError(error: unknown, expected: string | RegExp | object): boolean {
  if (typeof expected === 'string') return messageOf(error) === expected;
  if (expected instanceof RegExp) return expected.test(messageOf(error) ?? '');
  if ('asymmetricMatch' in expected) return equals(error, expected);
  const part = expected instanceof Error ? { name: expected.name, message: expected.message } : expected;
  return equals(error, part, [iterableEquality, subsetEquality]);
}

/** A thrown text is its own message. */
function messageOf(error: unknown): string | undefined {
  if (typeof error === 'string') return error;
  return error instanceof Error ? error.message : undefined;
}

/** The `work` with which a stretch of it became that long. */
function endOfStretch(marks: readonly Mark[], longestBlockMs: number): Mark | undefined {
  let stretchMs = 0;
  let endMs = -1;
  return marks.find(({ kind, virtualMs, text }) => {
    if (kind !== 'block') return false;
    stretchMs = virtualMs === endMs ? stretchMs + Number(text) : Number(text);
    endMs = virtualMs + Number(text);
    return stretchMs >= longestBlockMs;
  });
}

export function toBlockAtMost(evidence: Evidence, limitMs: number): Finding | null {
  requireNumber('toBlockAtMost', limitMs);
  const { longestBlockMs, timeline } = evidence.recording;
  if (longestBlockMs <= limitMs) return null;
  const block = endOfStretch(timeline.marks, longestBlockMs);
  return {
    code: 'blocked-too-long',
    params: { actualMs: longestBlockMs, expectedMs: limitMs },
    ...place(block),
  };
}

export function toLeaveNothingBehind(evidence: Evidence): Finding | null {
  const [item] = evidence.leftBehind;
  return item === undefined ? null : leftBehindFinding(evidence.recording, item);
}

export function toPrint(evidence: Evidence, lines: readonly string[]): Finding | null {
  requireTexts('toPrint', lines);
  const printed = evidence.console;
  const count = Math.max(printed.length, lines.length);
  for (let index = 0; index < count; index += 1) {
    const line = printed[index];
    const actual = line?.text ?? null;
    const expected = lines[index] ?? null;
    if (actual !== expected)
      return { code: 'printed-differently', params: { number: index + 1, actual, expected }, ...place(line) };
  }
  return null;
}

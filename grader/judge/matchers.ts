// Matchers that read like the subject. Each takes the evidence and says what is wrong as a finding, or null.
import type { Evidence } from '../author.ts';
import { leftBehindFinding } from '../recording/findings.ts';
import { printCall } from '../recording/print.ts';
import type { Finding, Span } from '../recording/types.ts';

export type Check = (evidence: Evidence, ...args: never[]) => Finding | null;

function callSpans(evidence: Evidence, name?: string): Span[] {
  return evidence.recording.timeline.spans.filter(
    (span) => span.kind === 'call' && (name === undefined || span.name === name),
  );
}

function place(span: { at?: Finding['at'] }): Pick<Finding, 'at'> {
  return span.at === undefined ? {} : { at: span.at };
}

function toTakeExactly(evidence: Evidence, expectedMs: number): Finding | null {
  const actualMs = evidence.elapsedMs;
  if (actualMs === expectedMs) return null;
  return {
    code: actualMs > expectedMs ? 'took-too-long' : 'took-too-short',
    params: { actualMs, expectedMs },
  };
}

function toStartTogether(evidence: Evidence, name?: string): Finding | null {
  const spans = callSpans(evidence, name);
  const [first] = spans;
  if (first === undefined) return { code: 'nothing-started', params: { name: name ?? '' } };
  const firstEndSeq = Math.min(...spans.map((span) => span.endSeq ?? Infinity));
  const late = spans.find((span) => span.startMs !== first.startMs || span.startSeq > firstEndSeq);
  if (late === undefined) return null;
  const params = { call: printCall(late), actualMs: late.startMs, expectedMs: first.startMs };
  return { code: 'not-together', params, ...place(late) };
}

function toHaveInFlightAtMost(evidence: Evidence, limit: number): Finding | null {
  const over = callSpans(evidence).find((span) => span.inFlight > limit);
  if (over === undefined) return null;
  const params = { actual: evidence.recording.maximumInFlight, limit, atMs: over.startMs };
  return { code: 'too-many-in-flight', params, ...place(over) };
}

function toRunOneAfterAnother(evidence: Evidence, name?: string): Finding | null {
  const spans = callSpans(evidence, name);
  if (spans.length === 0) return { code: 'nothing-started', params: { name: name ?? '' } };
  for (const [index, span] of spans.entries()) {
    const before = spans[index - 1];
    if (before === undefined || (before.endSeq !== null && before.endSeq < span.startSeq)) continue;
    const params = { call: printCall(span), atMs: span.startMs, before: printCall(before) };
    return { code: 'not-one-after-another', params, ...place(span) };
  }
  return null;
}

function toLeaveNothingBehind(evidence: Evidence): Finding | null {
  const [item] = evidence.leftBehind;
  return item === undefined ? null : leftBehindFinding(evidence.recording, item);
}

function toPrint(evidence: Evidence, lines: string[]): Finding | null {
  const printed = evidence.console;
  const count = Math.max(printed.length, lines.length);
  for (let index = 0; index < count; index += 1) {
    const actual = printed[index]?.text ?? null;
    const expected = lines[index] ?? null;
    if (actual !== expected)
      return { code: 'printed-differently', params: { number: index + 1, actual, expected } };
  }
  return null;
}

export const checks = {
  toTakeExactly,
  toStartTogether,
  toHaveInFlightAtMost,
  toRunOneAfterAnother,
  toLeaveNothingBehind,
  toPrint,
} satisfies { [matcher: string]: Check };

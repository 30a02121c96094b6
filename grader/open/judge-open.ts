// What a spec's test came to, as findings. The outcome comes from the isolate where the student's code runs, so it can be
// forged; all that is held here is that it is bounded and of the right shape.
import { z } from 'zod';
import type { Judgement } from '../judge/judge.ts';
import { endedFinding, threwFinding } from '../recording/findings.ts';
import type { Finding, Recording } from '../recording/types.ts';
import { positionInStack } from '../worker/stack-frames.ts';
import type { Program } from '../worker/program.ts';
import type { SpecReport } from './guest.ts';
import type { Failure } from './failure.ts';

const text = z.string().max(10_000);
const count = z.int().min(0);

const failureSchema: z.ZodType<Failure> = z.strictObject({
  kind: z.enum(['assertion', 'timeout', 'error']),
  message: text,
  stack: text,
  expected: text.exactOptional(),
  received: text.exactOptional(),
  diff: text.exactOptional(),
  timeoutMs: z.number().exactOptional(),
});

const reportSchema: z.ZodType<SpecReport> = z.strictObject({
  outcome: z.enum(['passed', 'failed', 'pending', 'missing']),
  failures: z.array(failureSchema).max(5),
  isHeld: z.boolean(),
  began: z.strictObject({ spans: count, marks: count, virtualMs: z.number() }),
});

/** @returns null for what no spec of ours writes: the code has tampered with it. */
export function readSpecReport(reportText: string): SpecReport | null {
  if (reportText.length > 200_000) return null;
  const parsed = reportSchema.safeParse(parseJson(reportText));
  return parsed.success ? parsed.data : null;
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

export function judgeOpen(
  recording: Recording,
  report: SpecReport | null,
  places: { program: Program; specFiles: string[] },
): Judgement {
  const findings = findingsOf(recording, report, places);
  return { outcome: findings.length === 0 ? 'passed' : 'failed', findings };
}

function findingsOf(
  recording: Recording,
  report: SpecReport | null,
  places: { program: Program; specFiles: string[] },
): Finding[] {
  const ended = endedFinding(recording);
  if (ended?.code === 'never-settled' && report?.isHeld === true) {
    return [{ ...ended, code: 'fake-timers-held' }];
  }
  if (ended !== null) return [ended];
  if (report === null || report.outcome === 'pending') return [{ code: 'open-test-lost', params: {} }];
  if (report.outcome === 'missing') return [{ code: 'open-test-missing', params: {} }];
  if (report.outcome === 'failed') return report.failures.map((failure) => toFinding(failure, places));
  return recording.ended.kind === 'threw' ? [threwFinding(recording)] : [];
}

function toFinding(
  { kind, message, stack, expected, received, diff, timeoutMs }: Failure,
  { program, specFiles }: { program: Program; specFiles: string[] },
): Finding {
  const at = positionInStack(stack, program);
  const place = { ...specPlace(stack, specFiles), ...(at === undefined ? {} : { at }) };
  const spec = 'spec' in place ? { spec: place.spec } : {};
  const position = at === undefined ? {} : { at };
  switch (kind) {
    case 'timeout':
      return { code: 'test-timeout', params: { limitMs: timeoutMs ?? 0 }, ...position };
    case 'error':
      return { code: 'threw', params: { error: message, ...spec }, ...position };
    case 'assertion': {
      const compared = { expected, received, diff };
      const given = Object.entries(compared).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value]],
      );
      return {
        code: 'assertion',
        params: { message, ...(Object.fromEntries(given) as object), ...spec },
        ...position,
      };
    }
    default:
      return kind satisfies never;
  }
}

/** First place of a stack that lies in the spec: `greet.spec.js:12`. */
function specPlace(stack: string, specFiles: string[]): { spec?: string } {
  for (const [, file = '', line = ''] of stack.matchAll(/([\w./-]+\.[cm]?[jt]s):(\d{1,6}):\d{1,6}/g)) {
    if (specFiles.includes(file)) return { spec: `${file}:${line}` };
  }
  return {};
}

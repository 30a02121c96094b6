// Matchers that read like the subject. Each takes the evidence and says what is wrong as a finding, or null.
import type { Evidence, Matchers } from '../author.ts';
import type { Finding } from '../recording/types.ts';
import { toHaveCalled } from './call-matchers.ts';
import {
  toHaveInFlightAtMost,
  toKeepInFlight,
  toRunOneAfterAnother,
  toStartTogether,
} from './concurrency-matchers.ts';
import { MisuseError } from './misuse.ts';
import {
  toAbortAt,
  toHaveCalledTimes,
  toSettleAt,
  toSettleInOrder,
  toStartAt,
  toStartInOrder,
  toTakeExactly,
} from './order-matchers.ts';
import { toBlockAtMost, toLeaveNothingBehind, toPrint, toRejectWith } from './result-matchers.ts';

export type Check = (evidence: Evidence, ...args: never[]) => Finding | null;

export const checks = {
  toTakeExactly,
  toStartTogether,
  toHaveInFlightAtMost,
  toKeepInFlight,
  toRunOneAfterAnother,
  toStartInOrder,
  toSettleInOrder,
  toStartAt,
  toSettleAt,
  toHaveCalled,
  toHaveCalledTimes,
  toRejectWith,
  toAbortAt,
  toBlockAtMost,
  toLeaveNothingBehind,
  toPrint,
} satisfies { [matcher in keyof Matchers]: Check };

/** @throws MisuseError for `expect(evidence.result).toTakeExactly(…)`. */
export function requireEvidence(matcher: string, actual: unknown): asserts actual is Evidence {
  if (typeof actual === 'object' && actual !== null && 'recording' in actual && 'calls' in actual) return;
  throw new MisuseError(`${matcher} is about the evidence; expected expect(evidence).${matcher}(…)`);
}

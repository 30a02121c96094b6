// What a negated matcher finds: the very thing that must not be so.
import type { Evidence, Matchers } from '../author.ts';
import { printCall, printValue } from '../recording/print.ts';
import type { Finding, Json } from '../recording/types.ts';
import { findCalled } from './call-matchers.ts';
import { place } from './select.ts';

type Told = Pick<Finding, 'at'> & { params: Finding['params'] };
type Tell = (evidence: Evidence, ...args: never[]) => Told;

const LISTED = 6;

/** Left out where the matcher was asked about all calls. */
function nameOf(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function listOf(items: readonly string[]): Json[] {
  return items.length > LISTED ? [...items.slice(0, LISTED), '…'] : [...items];
}

function timesOf(name: string, times: number | readonly number[]): Told {
  return { params: { name, times: typeof times === 'number' ? times : [...times] } };
}

const tells = {
  toTakeExactly: (_, expectedMs: number) => ({ params: { expectedMs } }),
  toStartTogether: (_, name?: string) => ({ params: nameOf(name) }),
  toHaveInFlightAtMost: (_, limit: number) => ({ params: { limit } }),
  toKeepInFlight: (_, count: number, name?: string) => ({ params: { count, ...nameOf(name) } }),
  toRunOneAfterAnother: (_, name?: string) => ({ params: nameOf(name) }),
  toStartInOrder: (_, order: readonly string[]) => ({ params: { items: listOf(order) } }),
  toSettleInOrder: (_, order: readonly string[]) => ({ params: { items: listOf(order) } }),
  toStartAt: (_, name: string, times: number | readonly number[]) => timesOf(name, times),
  toSettleAt: (_, name: string, times: number | readonly number[]) => timesOf(name, times),
  toHaveCalled(evidence, name: string, ...args: unknown[]) {
    const span = findCalled(evidence, name, args);
    return span === undefined
      ? { params: {} }
      : { params: { call: printCall(span), atMs: span.startMs }, ...place(span) };
  },
  toHaveCalledTimes: (_, name: string, count: number) => ({ params: { name, count } }),
  toRejectWith({ recording: { outcome, ended } }) {
    const params = outcome.kind === 'threw' ? { error: printValue(outcome.error) } : {};
    return { params, ...('at' in ended ? place(ended) : {}) };
  },
  toAbortAt: (_, expectedMs: number, name?: string) => ({ params: { expectedMs, ...nameOf(name) } }),
  toBlockAtMost: (_, expectedMs: number) => ({ params: { expectedMs } }),
  toLeaveNothingBehind: () => ({ params: {} }),
  toPrint: (_, lines: readonly string[]) => ({ params: { items: listOf(lines) } }),
} satisfies { [matcher in keyof Matchers]: Tell };

/** @param args What the matcher was given. */
export function heldFinding(matcher: keyof Matchers, evidence: Evidence, args: readonly unknown[]): Finding {
  const tell: Tell = tells[matcher];
  const { params, ...at } = tell(evidence, ...(args as never[]));
  return { code: 'held', params: { matcher, ...params }, ...at };
}

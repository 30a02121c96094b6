// What a recording says by itself, before any expectation is asked: how the run ended, and what it left behind.
import type { Finding, PendingWait, Recording } from './types.ts';
import { printValue } from './print.ts';

/** The reason why a run that did not end by returning or throwing fails its test; null for those two. */
export function endedFinding(recording: Recording): Finding | null {
  const { ended } = recording;
  switch (ended.kind) {
    case 'returned':
    case 'threw':
      return null;
    case 'never-settled':
      return neverSettled(recording.pendingWaits, recording.virtualMs);
    case 'unhandled-rejection':
    case 'load-error':
    case 'syntax-error':
      return {
        code: ended.kind,
        params: { error: recording.outcome.kind === 'threw' ? printValue(recording.outcome.error) : '' },
        ...(ended.at === undefined ? {} : { at: ended.at }),
      };
    case 'limit':
      return { code: `limit-${ended.limit}`, params: { virtualMs: recording.virtualMs } };
    default:
      return ended satisfies never;
  }
}

/** The error with which a run ended that no expectation asked for. */
export function threwFinding(recording: Recording): Finding {
  const error = recording.outcome.kind === 'threw' ? printValue(recording.outcome.error) : '';
  const { ended } = recording;
  const at = 'at' in ended && ended.at !== undefined ? { at: ended.at } : {};
  return { code: 'threw', params: { error }, ...at };
}

function neverSettled(waits: PendingWait[], virtualMs: number): Finding {
  const [wait] = waits;
  if (wait === undefined) return { code: 'never-settled', params: { virtualMs } };
  const params = {
    virtualMs,
    awaitedLine: wait.awaitedAt.line,
    ...(wait.madeAt === undefined ? {} : { madeLine: wait.madeAt.line }),
  };
  return { code: 'never-settled', params, at: wait.awaitedAt };
}

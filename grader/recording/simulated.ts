// Simulated work (calls and requests) apart from the student's own timers.
import type { Span } from './types.ts';

export function isSimulated({ kind }: Pick<Span, 'kind'>): boolean {
  return isSimulatedKind(kind);
}

/** Work that the world does for the student's code: a call or a request, in flight until it settles. Timers only fire. */
export function isSimulatedKind(kind: string): boolean {
  return kind === 'call' || kind === 'fetch';
}

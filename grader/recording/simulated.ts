// Simulated work (calls and requests) apart from the student's own timers.
import type { Span } from './types.ts';

export function isSimulated({ kind }: Pick<Span, 'kind'>): boolean {
  return kind === 'call' || kind === 'fetch';
}

// Which simulated calls a matcher is about.
import type { Evidence } from '../author.ts';
import { printCall } from '../recording/print.ts';
import { isSimulated } from '../recording/simulated.ts';
import type { Finding, Span } from '../recording/types.ts';

/**
 * @param calls A name (`fetchUser`), a call as it is printed (`fetchUser(2)`) or a route (`GET /users/:id`). Without it: all
 * calls and requests, but not the reading of a response's body, which is part of its request.
 */
export function selectSpans({ recording }: Pick<Evidence, 'recording'>, calls?: string): Span[] {
  const simulated = recording.timeline.spans.filter(isSimulated);
  if (calls === undefined) return simulated.filter((span) => !isBody(span));
  return simulated.filter((span) => isCalled(span, calls));
}

/** A path is percent-encoded: no request has a space there. */
function isBody(span: Span): boolean {
  return span.kind === 'fetch' && span.name.endsWith(' body');
}

export function isCalled(span: Span, calls: string): boolean {
  if (span.name === calls) return true;
  if (span.kind === 'fetch') return !isBody(span) && fitsRoute(span.name, calls);
  return calls.endsWith(')') && printCall(span) === calls;
}

/** A query counts only where the route names one, which `name === route` has seen to. */
function fitsRoute(name: string, route: string): boolean {
  const actual = (name.split('?')[0] ?? '').split('/');
  const expected = route.split('/');
  const isOpen = expected.at(-1) === '*';
  if (isOpen ? actual.length < expected.length : actual.length !== expected.length) return false;
  return expected.every((segment, index) => {
    if (segment === '*' && index === expected.length - 1) return true;
    return segment.startsWith(':') || segment === actual[index];
  });
}

/** What a finding says of the place in the student's file, where it is known. */
export function place(span: { at?: Finding['at'] } | undefined): Pick<Finding, 'at'> {
  return span?.at === undefined ? {} : { at: span.at };
}

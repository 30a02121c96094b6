// Matchers about what calls were given.
import { equals, iterableEquality } from '@vitest/expect';
import { inspect } from '@vitest/utils/display';
import type { Evidence } from '../author.ts';
import { decode } from '../recording/decode.ts';
import { printCall, printValue } from '../recording/print.ts';
import type { Finding, Span } from '../recording/types.ts';
import { requireText } from './misuse.ts';
import { place, selectSpans } from './select.ts';

/** Calls that a sentence lists before it gives up. */
const LISTED = 4;

export function toHaveCalled(evidence: Evidence, name: string, ...args: unknown[]): Finding | null {
  requireText('toHaveCalled', name);
  if (findCalled(evidence, name, args) !== undefined) return null;
  const spans = selectSpans(evidence, name);
  const call = args.length === 0 ? name : printAs(name, args.map(printExpected).join(', '));
  return { code: 'not-called-with', params: { call, actual: listCalls(spans) }, ...place(spans.at(-1)) };
}

/** The first of these calls that had these arguments. */
export function findCalled(evidence: Evidence, name: string, args: readonly unknown[]): Span | undefined {
  return selectSpans(evidence, name).find((span) => hasArguments(span, args));
}

/** The name alone asks for any call of it. */
function hasArguments(span: Span, args: readonly unknown[]): boolean {
  if (args.length === 0) return true;
  const actual = span.args.map((arg) => decode(arg));
  return equals(actual, args, [iterableEquality]);
}

function listCalls(spans: Span[]): string {
  const shown = spans.slice(0, LISTED).map(printSent);
  return spans.length > LISTED ? `${shown.join(', ')}, …` : shown.join(', ');
}

/** A request's printed form is its name; here its headers and its body are what matters. */
function printSent(span: Span): string {
  const [sent] = span.args;
  return span.kind === 'fetch' && sent !== undefined ? printAs(span.name, printValue(sent)) : printCall(span);
}

function printAs(name: string, args: string): string {
  return name.includes(' ') ? `${name} ${args}` : `${name}(${args})`;
}

export function printExpected(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof RegExp) return String(value);
  const isMatcher = typeof value === 'object' && value !== null && 'toAsymmetricMatcher' in value;
  if (isMatcher) return (value as { toAsymmetricMatcher(): string }).toAsymmetricMatcher();
  return value instanceof Error ? `${value.name}: ${value.message}` : inspect(value, { truncate: 120 });
}

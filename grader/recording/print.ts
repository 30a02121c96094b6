// Short, one-line renderings of encoded values and spans, for sentences and labels.
import type { Encoded, Span } from './types.ts';

const MAXIMUM_LENGTH = 60;

/** One line of source-like text: `{ id: 1, name: 'Ada' }`, cut at about 60 characters. */
export function printValue(encoded: Encoded): string {
  const text = print(encoded, 0);
  return text.length > MAXIMUM_LENGTH ? `${text.slice(0, MAXIMUM_LENGTH - 1)}…` : text;
}

/** `fetchUser(2)`; the name alone for timers. */
export function printCall(span: Pick<Span, 'name' | 'args' | 'kind'>): string {
  if (span.kind !== 'call') return span.name;
  const args = span.args.map((arg) => print(arg, 1)).join(', ');
  return `${span.name}(${args.length > MAXIMUM_LENGTH ? `${args.slice(0, MAXIMUM_LENGTH - 1)}…` : args})`;
}

function print(encoded: Encoded, depth: number): string {
  if (typeof encoded === 'string') return JSON.stringify(encoded);
  if (typeof encoded !== 'object' || encoded === null) return String(encoded);
  switch (encoded.t) {
    case 'undefined':
    case 'hole':
      return 'undefined';
    case 'number':
      return encoded.v;
    case 'bigint':
      return `${encoded.v}n`;
    case 'symbol':
    case 'regexp':
      return encoded.v;
    case 'function':
      return encoded.v === '' ? '() => …' : encoded.v;
    case 'promise':
      return 'Promise';
    case 'getter':
    case 'cut':
    case 'ref':
      return '…';
    case 'date':
      return encoded.v === null ? 'Invalid Date' : new Date(encoded.v).toISOString();
    case 'bytes':
      return `${encoded.class}(${encoded.items.length})`;
    case 'array':
      return depth > 2 ? '[…]' : `[${encoded.items.map((item) => print(item, depth + 1)).join(', ')}]`;
    case 'set':
      return `Set(${encoded.items.length})`;
    case 'map':
      return `Map(${encoded.entries.length})`;
    case 'error':
      return encoded.message === '' ? encoded.name : `${encoded.name}: ${encoded.message}`;
    case 'object':
      return printObject(encoded.class, encoded.entries, depth);
    default:
      return encoded satisfies never;
  }
}

function printObject(name: string, entries: [string, Encoded][], depth: number): string {
  const label = name === 'Object' || name === 'null' ? '' : name;
  if (label === 'AbortSignal') return label;
  if (entries.length === 0) return label === '' ? '{}' : `${label} {}`;
  if (depth > 2) return `${label}{…}`;
  const text = entries.map(([key, value]) => `${key}: ${print(value, depth + 1)}`).join(', ');
  return `${label === '' ? '' : `${label} `}{ ${text} }`;
}

// Whether data is an `Encoded` value, through and through. By hand: a child may send 20,000 nodes, and each host reads them.
import type { Encoded } from '../recording/types.ts';

type Fields = { readonly [field: string]: unknown };
type Check = (fields: Fields, depth: number) => boolean;

/** The encoder stops at 64; causes and entries of errors may add to it. */
const DEPTH_LIMIT = 200;

const isText = (value: unknown): value is string => typeof value === 'string';
const isId = (value: unknown): boolean => Number.isSafeInteger(value);

function isListOf(value: unknown, check: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(check);
}

function isPair(value: unknown, first: (item: unknown) => boolean, depth: number): boolean {
  return Array.isArray(value) && value.length === 2 && first(value[0]) && isEncodedAt(value[1], depth);
}

function hasItems({ id, items }: Fields, depth: number): boolean {
  return isId(id) && isListOf(items, (item) => isEncodedAt(item, depth));
}

function hasEntries({ entries }: Fields, depth: number): boolean {
  return isListOf(entries, (entry) => isPair(entry, isText, depth));
}

const checks = new Map<string, Check>(
  Object.entries({
    undefined: () => true,
    number: ({ v }) => v === 'NaN' || v === 'Infinity' || v === '-Infinity' || v === '-0',
    bigint: ({ v }) => isText(v) && /^-?\d+(…)?$/.test(v),
    symbol: ({ v }) => isText(v),
    function: ({ v }) => isText(v),
    promise: () => true,
    array: hasItems,
    hole: () => true,
    object: (fields, depth) => isId(fields['id']) && isText(fields['class']) && hasEntries(fields, depth),
    map: ({ id, entries }, depth) =>
      isId(id) && isListOf(entries, (entry) => isPair(entry, (key) => isEncodedAt(key, depth), depth)),
    set: hasItems,
    date: ({ v }) => v === null || typeof v === 'number',
    regexp: ({ v }) => isText(v),
    bytes: (fields) =>
      isText(fields['class']) &&
      isListOf(fields['items'], (item) => isText(item) || typeof item === 'number'),
    error: isErrorFields,
    ref: ({ id }) => isId(id),
    getter: () => true,
    cut: ({ why }) => why === 'depth' || why === 'size' || why === 'unreadable',
  } satisfies { [tag in Exclude<Encoded, null | boolean | number | string>['t']]: Check }),
);

function isErrorFields(fields: Fields, depth: number): boolean {
  const { id, name, message, at, cause, errors } = fields;
  return (
    isId(id) &&
    isText(name) &&
    isText(message) &&
    (at === undefined || isPosition(at)) &&
    (cause === undefined || isEncodedAt(cause, depth)) &&
    (errors === undefined || isListOf(errors, (error) => isEncodedAt(error, depth))) &&
    hasEntries(fields, depth)
  );
}

function isPosition(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { file, line, column } = value as Fields;
  return isText(file) && isId(line) && isId(column);
}

function isEncodedAt(value: unknown, depth: number): boolean {
  if (typeof value !== 'object') return value !== undefined && typeof value !== 'function';
  if (value === null) return true;
  if (depth > DEPTH_LIMIT) return false;
  const { t } = value as Fields;
  return isText(t) && checks.get(t)?.(value as Fields, depth + 1) === true;
}

export function isEncoded(value: unknown): value is Encoded {
  return isEncodedAt(value, 0);
}

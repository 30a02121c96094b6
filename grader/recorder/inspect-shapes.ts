// What stands around and inside an object's braces, by its kind, as Node's console prints it.
import {
  append,
  arrayBufferByteLength,
  bigIntValueOf,
  booleanValueOf,
  dataViewBuffer,
  dataViewByteLength,
  dataViewByteOffset,
  dateGetTime,
  dateToISOString,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isReally,
  isView,
  list,
  mapForEach,
  mapSize,
  numberValueOf,
  RealString,
  regExpToString,
  setForEach,
  setSize,
  stringSlice,
  stringValueOf,
  symbolToString,
  symbolValueOf,
  typedArrayLength,
  typedArrayTag,
} from '../virtual-clock/primordials.ts';
import { formatError, isErrorLike } from './inspect-errors.ts';
import { formatFunction } from './inspect-functions.ts';
import type { Shape } from './inspect-layout.ts';
import { formatNumber, quoteString } from './inspect-primitives.ts';

/**
 * `kind` is what Object.prototype.toString says, `name` the constructor's, `base` what stands for the whole object before
 * any properties of its own.
 */
export type Subject = { value: object; kind: string; name: string | null; base: string };
type Inner = (item: unknown) => string;

const MAXIMUM_ITEMS = 100;

/** Whether there is something inside besides properties. */
export function hasEntries({ value, kind, base }: Subject): boolean {
  if (base !== '') return false;
  if (isArray(value) || kind === '[object Arguments]') return (value as unknown[]).length > 0;
  if (isView(value)) return typedArrayTag(value) === undefined || typedArrayLength(value) > 0;
  if (kind === '[object Map]' && isReally(mapSize, value)) return mapSize(value) > 0;
  if (kind === '[object Set]' && isReally(setSize, value)) return setSize(value) > 0;
  return (
    kind === '[object Promise]' ||
    kind === '[object WeakMap]' ||
    kind === '[object WeakSet]' ||
    kind === '[object ArrayBuffer]'
  );
}

export function shapeOf(subject: Subject, isPlatformObject: boolean, inner: Inner): Shape {
  const shape: Shape = { base: subject.base, open: '{', close: '}', entries: list(), isList: false };
  const { value, kind } = subject;
  const view = isView(value) ? typedArrayTag(value) : undefined;
  if (isArray(value)) {
    const prefix = subject.name === 'Array' ? '' : titleOf(subject, 'Array', value.length);
    addList(shape, `${prefix}[`, value, value.length, inner);
  } else if (view !== undefined) {
    const length = typedArrayLength(value);
    addList(shape, `${titleOf(subject, view, length)}[`, value as unknown[], length, inner);
  } else if (kind === '[object Map]' && isReally(mapSize, value)) {
    shape.open = `${titleOf(subject, 'Map', mapSize(value))}{`;
    mapForEach(value as Map<unknown, unknown>, (item, key) =>
      append(shape.entries, `${inner(key)} => ${inner(item)}`),
    );
  } else if (kind === '[object Set]' && isReally(setSize, value)) {
    shape.open = `${titleOf(subject, 'Set', setSize(value))}{`;
    setForEach(value as Set<unknown>, (item) => append(shape.entries, inner(item)));
  } else if (kind === '[object Arguments]') {
    addList(shape, '[Arguments] [', value as unknown[], (value as unknown[]).length, inner);
  } else if (isView(value)) {
    shape.open = `${titleOf(subject, 'DataView')}{`;
    addBufferFields(shape, value, inner);
  } else {
    if (isPlatformObject) shape.open = `${subject.name ?? 'Object'} {`;
    else if (shape.base === '') addPlain(shape, subject);
  }
  return shape;
}

/** "Name(size) [Tag] ", as far as these say something. */
function titleOf({ value, name }: Subject, fallback: string, size?: number): string {
  const count = size === undefined ? '' : `(${size})`;
  if (name === null) return `[${fallback}${count}: null prototype] `;
  const tag = tagOf(value, name, fallback);
  return `${name}${count} ${tag}`;
}

/** The tag that the object's class or its nearest ancestor has, where it is not the name itself. */
function tagOf(value: object, name: string, fallback: string): string {
  let holder: object | null = value;
  for (let level = 0; holder !== null && level < 20; level += 1) {
    const tag: unknown = getOwnPropertyDescriptor(holder, Symbol.toStringTag)?.value;
    if (typeof tag === 'string') return tag === '' || tag === name ? '' : `[${tag}] `;
    holder = getPrototypeOf(holder);
  }
  // The typed arrays' tag is a getter; arrays have none.
  return fallback === '' || fallback === 'Array' || fallback === name || !isView(value)
    ? ''
    : `[${fallback}] `;
}

function addList(shape: Shape, open: string, items: unknown[], length: number, inner: Inner): void {
  shape.isList = true;
  shape.open = open;
  shape.close = ']';
  addItems(shape, items, length, inner);
}

function addBufferFields(shape: Shape, view: object, inner: Inner): void {
  append(shape.entries, `[byteLength]: ${dataViewByteLength(view)}`);
  append(shape.entries, `[byteOffset]: ${dataViewByteOffset(view)}`);
  append(shape.entries, `[buffer]: ${inner(dataViewBuffer(view))}`);
}

/** See `Subject`; '' for an object that is shown by its contents. */
export function baseOf(value: object, kind: string, name: string | null): string {
  if (typeof value === 'function') return formatFunction(value);
  if (isErrorLike(value)) return formatError(value, name ?? '');
  switch (kind) {
    case '[object Date]':
      return isReally(dateGetTime, value) ? formatDate(value as Date) : '';
    case '[object RegExp]':
      return isReally(regExpToString, value) ? regExpToString(value) : '';
    case '[object Number]':
      return isReally(numberValueOf, value) ? `[Number: ${formatNumber(numberValueOf(value))}]` : '';
    case '[object Boolean]':
      return isReally(booleanValueOf, value) ? `[Boolean: ${booleanValueOf(value)}]` : '';
    case '[object String]':
      return isReally(stringValueOf, value) ? `[String: ${quoteString(stringValueOf(value))}]` : '';
    case '[object BigInt]':
      return isReally(bigIntValueOf, value) ? `[BigInt: ${RealString(bigIntValueOf(value))}n]` : '';
    case '[object Symbol]':
      return isReally(symbolValueOf, value) ? `[Symbol: ${symbolToString(symbolValueOf(value))}]` : '';
    default:
      return '';
  }
}

function formatDate(value: Date): string {
  const time = dateGetTime(value);
  return time !== time ? 'Invalid Date' : dateToISOString(value);
}

function addPlain(shape: Shape, subject: Subject): void {
  const { value, kind } = subject;
  switch (kind) {
    case '[object Promise]':
      shape.open = `${titleOf(subject, 'Promise')}{`;
      // Code cannot ask a promise for its state without becoming one of those who handle it.
      append(shape.entries, '<pending>');
      return;
    case '[object WeakMap]':
    case '[object WeakSet]':
      shape.open = `${titleOf(subject, stringSlice(kind, 8, -1))}{`;
      append(shape.entries, '<items unknown>');
      return;
    case '[object ArrayBuffer]':
      shape.open = `${titleOf(subject, 'ArrayBuffer')}{`;
      addBytes(shape, value as ArrayBuffer);
      return;
    case '[object Generator]':
    case '[object AsyncGenerator]':
      shape.open = `Object [${stringSlice(kind, 8, -1)}] {`;
      return;
    default: {
      const title = titleOf(subject, 'Object');
      shape.open = title === 'Object ' ? '{' : `${title}{`;
    }
  }
}

function addBytes(shape: Shape, buffer: ArrayBuffer): void {
  const length = arrayBufferByteLength(buffer);
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let index = 0; index < length && index < 50; index += 1) {
    const byte = bytes[index] as number;
    text += `${index === 0 ? '' : ' '}${byte < 16 ? '0' : ''}${byteToText(byte)}`;
  }
  if (length > 50) text += ` ... ${length - 50} more byte${length > 51 ? 's' : ''}`;
  append(shape.entries, `[Uint8Contents]: <${text}>`);
  append(shape.entries, `[byteLength]: ${length}`);
}

const digits = '0123456789abcdef';
function byteToText(byte: number): string {
  return byte < 16 ? (digits[byte] as string) : (digits[byte >> 4] as string) + (digits[byte & 15] as string);
}

function addItems(shape: Shape, items: unknown[], length: number, inner: (item: unknown) => string): void {
  const shown = length < MAXIMUM_ITEMS ? length : MAXIMUM_ITEMS;
  let holes = 0;
  let index = 0;
  const flush = (): void => {
    if (holes > 0) append(shape.entries, `<${holes} empty item${holes > 1 ? 's' : ''}>`);
    holes = 0;
  };
  for (; index < length && shape.entries.length < shown; index += 1) {
    const descriptor = getOwnPropertyDescriptor(items, RealString(index));
    if (descriptor === undefined) {
      holes += 1;
      continue;
    }
    flush();
    append(shape.entries, 'value' in descriptor ? inner(descriptor.value) : '[Getter]');
  }
  flush();
  const more = length - index;
  if (more > 0) append(shape.entries, `... ${more} more item${more > 1 ? 's' : ''}`);
}

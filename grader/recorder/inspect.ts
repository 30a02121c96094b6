// Prints a value as Node's console does (util.inspect at its defaults: depth 2, 80 columns, 100 items).
// No getter of the student's is called.
import {
  append,
  bigIntToString,
  booleanValueOf,
  dateGetTime,
  dateToISOString,
  functionToString,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  is,
  isArray,
  isError,
  isInstance,
  isView,
  join,
  list,
  mapForEach,
  mapSize,
  numberValueOf,
  objectToString,
  ownKeys,
  quote,
  RealAggregateError,
  RealError,
  RealNumber,
  RealString,
  regExpExec,
  regExpToString,
  setForEach,
  setSize,
  stringIndexOf,
  stringRepeat,
  stringSlice,
  stringValueOf,
  symbolToString,
  typedArrayLength,
  typedArrayTag,
  type List,
} from '../virtual-clock/primordials.ts';

const BREAK_LENGTH = 80;
const COMPACT_LEVELS = 3;
const MAXIMUM_ITEMS = 100;
const MAXIMUM_STRING = 10_000;

type Context = {
  seen: List<object>;
  circular: object | null;
  indentation: number;
  depth: number;
  currentDepth: number;
};

export function inspect(value: unknown, depth = 2): string {
  return formatValue(
    { seen: list(), circular: null, indentation: 0, depth, currentDepth: 0 },
    value,
    0,
    false,
  );
}

/** `console.log`'s arguments as one line: format specifiers first, the rest separated by spaces. */
export function formatLog(args: List<unknown>): string {
  let text = '';
  let next = 0;
  if (args.length > 1 && typeof args[0] === 'string') {
    next = 1;
    const template = args[0];
    let last = 0;
    for (let index = 0; index < template.length - 1; index += 1) {
      if (template[index] !== '%') continue;
      const specifier = template[index + 1];
      if (specifier === '%') {
        text += stringSlice(template, last, index) + '%';
      } else {
        const formatted = next < args.length ? formatSpecifier(specifier, args[next]) : undefined;
        if (formatted === undefined) continue;
        text += stringSlice(template, last, index) + formatted;
        next += 1;
      }
      index += 1;
      last = index + 1;
    }
    text += stringSlice(template, last);
  }
  for (let index = next; index < args.length; index += 1) {
    const value = args[index];
    text += (index === 0 ? '' : ' ') + (typeof value === 'string' ? value : inspect(value));
  }
  return text;
}

function formatSpecifier(specifier: string | undefined, value: unknown): string | undefined {
  switch (specifier) {
    case 's':
      if (typeof value === 'bigint') return `${bigIntToString(value)}n`;
      if (typeof value === 'symbol') return symbolToString(value);
      return typeof value === 'object' && value !== null ? inspect(value, 0) : formatPlain(value);
    case 'd':
      if (typeof value === 'bigint') return `${bigIntToString(value)}n`;
      return typeof value === 'object' || typeof value === 'symbol' ? 'NaN' : formatNumber(RealNumber(value));
    case 'i':
      if (typeof value === 'bigint') return `${bigIntToString(value)}n`;
      return typeof value === 'object' || typeof value === 'symbol'
        ? 'NaN'
        : formatNumber(parseIntCaptured(value));
    case 'f':
      return typeof value === 'symbol' ? 'NaN' : formatNumber(parseFloatCaptured(value));
    case 'j':
      return stringify(value);
    case 'o':
      return inspect(value, 4);
    case 'O':
      return inspect(value);
    case 'c':
      return '';
    default:
      return undefined;
  }
}
const parseIntCaptured = parseInt as (value: unknown) => number;
const parseFloatCaptured = parseFloat as (value: unknown) => number;
const stringify = quote as unknown as (value: unknown) => string;

function formatPlain(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'function') return formatFunction(value);
  return RealString(value);
}

function formatNumber(value: number): string {
  return is(value, -0) ? '-0' : RealString(value);
}

/** As Node quotes: single quotes, unless the text holds some and no double quotes, then backticks. */
export function quoteString(text: string): string {
  let mark = "'";
  if (stringIndexOf(text, "'") !== -1) {
    if (stringIndexOf(text, '"') === -1) mark = '"';
    else if (stringIndexOf(text, '`') === -1 && stringIndexOf(text, '${') === -1) mark = '`';
  }
  let escaped = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    escaped += escapeCharacter(character, mark);
  }
  return mark + escaped + mark;
}

function escapeCharacter(character: string, mark: string): string {
  if (character === mark || character === '\\') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  if (character === '\b') return '\\b';
  if (character === '\f') return '\\f';
  if (character === '\v') return '\\v';
  if (character < ' ' || character === '\x7F') {
    const code = quote(character);
    return code.length === 8 ? `\\x${stringSlice(code, 5, 7)}` : character;
  }
  return character;
}

function formatPrimitive(value: unknown): string {
  if (typeof value === 'string') {
    if (value.length <= MAXIMUM_STRING) return quoteString(value);
    const more = value.length - MAXIMUM_STRING;
    return `${quoteString(stringSlice(value, 0, MAXIMUM_STRING))}... ${more} more character${more > 1 ? 's' : ''}`;
  }
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'bigint') return `${bigIntToString(value)}n`;
  if (typeof value === 'symbol') return symbolToString(value);
  return RealString(value);
}

function formatValue(context: Context, value: unknown, level: number, isTyped: boolean): string {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function')
    return formatPrimitive(value);
  for (let index = 0; index < context.seen.length; index += 1) {
    if (context.seen[index] === value) {
      context.circular ??= value;
      return '[Circular *1]';
    }
  }
  return formatObject(context, value, level, isTyped);
}

/** The name of the constructor, or null for an object without a prototype. */
function constructorName(value: object): string | null {
  let holder: object | null = value;
  while (holder !== null) {
    const descriptor: PropertyDescriptor | undefined = getOwnPropertyDescriptor(holder, 'constructor');
    const made: unknown = descriptor?.value;
    if (typeof made === 'function') {
      const name: unknown = getOwnPropertyDescriptor(made, 'name')?.value;
      if (typeof name === 'string' && name !== '') return name;
    }
    holder = getPrototypeOf(holder);
  }
  return null;
}

function tagOf(value: object, name: string | null): string {
  const descriptor = getOwnPropertyDescriptor(getPrototypeOf(value) ?? value, Symbol.toStringTag);
  const tag: unknown = descriptor?.value;
  return typeof tag === 'string' && tag !== '' && tag !== name ? ` [${tag}]` : '';
}

type Shape = { base: string; open: string; close: string; entries: List<string>; isList: boolean };

function formatObject(context: Context, value: object, level: number, isTyped: boolean): string {
  const kind = objectToString(value);
  const name = constructorName(value);
  if (level > context.depth) return `[${isArray(value) ? 'Array' : (name ?? 'Object: null prototype')}]`;
  append(context.seen, value);
  context.currentDepth = level;
  const shape = shapeOf(context, value, kind, name, level, isTyped);
  addProperties(context, shape, value, level, kind);
  context.seen.length -= 1;
  const text = layOut(context, shape, level);
  if (context.circular === value) {
    context.circular = null;
    return `<ref *1> ${text}`;
  }
  return text;
}

function shapeOf(
  context: Context,
  value: object,
  kind: string,
  name: string | null,
  level: number,
  isTyped: boolean,
): Shape {
  const shape: Shape = { base: '', open: '{', close: '}', entries: list(), isList: false };
  const inner = (item: unknown): string => {
    context.indentation += 2;
    const text = formatValue(context, item, level + 1, isTyped);
    context.indentation -= 2;
    return text;
  };
  const prefix = (fallback: string, size?: number): string => {
    const shown = name ?? `[${fallback}${size === undefined ? '' : `(${size})`}: null prototype]`;
    return size === undefined || name === null ? `${shown} ` : `${shown}(${size}) `;
  };
  const view = isView(value) ? typedArrayTag(value) : undefined;
  if (isArray(value)) {
    shape.isList = true;
    shape.open = name === 'Array' ? '[' : `${prefix('Array', value.length)}[`;
    shape.close = ']';
    addItems(shape, value, value.length, inner);
  } else if (view !== undefined) {
    shape.isList = true;
    shape.open = `${prefix(view, typedArrayLength(value))}[`;
    shape.close = ']';
    addItems(shape, value as unknown[], typedArrayLength(value), inner);
  } else if (kind === '[object Map]' && isReally(mapSize, value)) {
    shape.open = `${prefix('Map', mapSize(value))}{`;
    mapForEach(value as Map<unknown, unknown>, (item, key) =>
      append(shape.entries, `${inner(key)} => ${inner(item)}`),
    );
  } else if (kind === '[object Set]' && isReally(setSize, value)) {
    shape.open = `${prefix('Set', setSize(value))}{`;
    setForEach(value as Set<unknown>, (item) => append(shape.entries, inner(item)));
  } else {
    shapeOfScalar(shape, value, kind, name, prefix);
  }
  return shape;
}

function isReally(read: (value: object) => unknown, value: object): boolean {
  try {
    read(value);
    return true;
  } catch {
    return false;
  }
}

function shapeOfScalar(
  shape: Shape,
  value: object,
  kind: string,
  name: string | null,
  prefix: (fallback: string) => string,
): void {
  if (typeof value === 'function') shape.base = formatFunction(value);
  else if (kind === '[object Error]' || isErrorLike(value)) shape.base = formatError(value as Error);
  else if (kind === '[object Date]' && isReally(dateGetTime, value)) {
    shape.base = formatDate(value as Date);
  } else if (kind === '[object RegExp]' && isReally(regExpToString, value)) {
    shape.base = regExpToString(value);
  } else if (kind === '[object Number]') shape.base = `[Number: ${formatNumber(numberValueOf(value))}]`;
  else if (kind === '[object Boolean]') shape.base = `[Boolean: ${booleanValueOf(value)}]`;
  else if (kind === '[object String]') shape.base = `[String: ${quoteString(stringValueOf(value))}]`;
  else if (kind === '[object Promise]') shape.open = `${name ?? 'Promise'} {`;
  else if (kind === '[object WeakMap]' || kind === '[object WeakSet]') {
    shape.open = `${name ?? 'WeakMap'} {`;
    append(shape.entries, '<items unknown>');
  } else if (kind === '[object Arguments]') {
    shape.isList = true;
    shape.open = '[Arguments] [';
    shape.close = ']';
  } else if (kind === '[object Generator]' || kind === '[object AsyncGenerator]') {
    shape.open = `Object [${stringSlice(kind, 8, -1)}] {`;
  } else if (name !== 'Object') shape.open = `${prefix('Object')}{`;
  if (
    shape.base === '' &&
    name !== null &&
    shape.open[shape.open.length - 1] === '{' &&
    kind !== '[object Promise]'
  ) {
    const tag = tagOf(value, name);
    if (tag !== '' && !(kind === '[object Generator]' || kind === '[object AsyncGenerator]')) {
      shape.open = `${name}${tag} {`;
    }
  }
}

function isErrorLike(value: unknown): boolean {
  return isError(value) || isInstance(value, RealError);
}

function formatDate(value: Date): string {
  const time = dateGetTime(value);
  return time !== time ? 'Invalid Date' : dateToISOString(value);
}

function formatFunction(value: unknown): string {
  const source = functionToString(value);
  const name: unknown = getOwnPropertyDescriptor(value as object, 'name')?.value;
  const isClass = regExpExec(/^class[\s{]/, source) !== null;
  const shown = typeof name === 'string' && name !== '' ? name : '(anonymous)';
  if (isClass) {
    const parent = getPrototypeOf(value as object);
    const parentName: unknown = parent === null ? undefined : getOwnPropertyDescriptor(parent, 'name')?.value;
    return `[class ${shown}${typeof parentName === 'string' && parentName !== '' ? ` extends ${parentName}` : ''}]`;
  }
  const type = stringSlice(objectToString(value), 8, -1);
  return `[${type}${shown === '(anonymous)' ? ' ' : ': '}${shown}]`;
}

/** The error's own stack, without the frames that are not the student's. */
function formatError(error: Error): string {
  const stack: unknown = getOwnPropertyDescriptor(error, 'stack')?.value ?? readStack(error);
  const text = typeof stack === 'string' && stack !== '' ? stack : `[${errorTitle(error)}]`;
  return withoutForeignFrames(text);
}

function readStack(error: Error): unknown {
  // V8 keeps `stack` as an accessor pair of its own on newer engines.
  return error.stack;
}

export function errorTitle(error: Error): string {
  const name = `${error.name}`;
  const message = `${error.message}`;
  return message === '' ? name : `${name}: ${message}`;
}

/** Drops frames of the machinery: only lines that point into a submission's file stay. */
export function withoutForeignFrames(stack: string): string {
  let kept = '';
  let start = 0;
  while (start <= stack.length) {
    const end = stringIndexOf(stack, '\n', start);
    const line = stringSlice(stack, start, end === -1 ? stack.length : end);
    const isFrame = regExpExec(/^ {4}at /, line) !== null;
    if (!isFrame || regExpExec(/\bsolution\.[jt]s:\d+:\d+\)?$/, line) !== null)
      kept += (start === 0 ? '' : '\n') + line;
    if (end === -1) break;
    start = end + 1;
  }
  return kept;
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

function addProperties(context: Context, shape: Shape, value: object, level: number, kind: string): void {
  const keys = ownKeys(value);
  const skipsIndices = isArray(value) || isView(value) || kind === '[object String]';
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string | symbol;
    if (skipsIndices && typeof key === 'string' && regExpExec(/^\d+$/, key) !== null) continue;
    const descriptor = getOwnPropertyDescriptor(value, key);
    if (descriptor === undefined) continue;
    const isCause = key === 'cause' && isErrorLike(value);
    const isErrors = key === 'errors' && isInstance(value, RealAggregateError);
    if (!descriptor.enumerable && !isCause && !isErrors) continue;
    if (key === 'stack' && isErrorLike(value)) continue;
    const shown = descriptor.enumerable ? formatKey(key) : `[${key as string}]`;
    append(shape.entries, `${shown}: ${formatDescriptor(context, descriptor, level)}`);
  }
}

function formatKey(key: string | symbol): string {
  if (typeof key === 'symbol') return `[${symbolToString(key)}]`;
  return regExpExec(/^[a-zA-Z_][a-zA-Z_0-9]*$/, key) === null ? quoteString(key) : key;
}

function formatDescriptor(context: Context, descriptor: PropertyDescriptor, level: number): string {
  if ('value' in descriptor) {
    context.indentation += 2;
    const text = formatValue(context, descriptor.value, level + 1, false);
    context.indentation -= 2;
    return text;
  }
  if (descriptor.get !== undefined) return descriptor.set === undefined ? '[Getter]' : '[Getter/Setter]';
  return descriptor.set === undefined ? 'undefined' : '[Setter]';
}

function layOut(context: Context, shape: Shape, level: number): string {
  const { base, entries } = shape;
  if (entries.length === 0) {
    if (base !== '') return base;
    return `${shape.open}${shape.close}`;
  }
  const open = base === '' ? shape.open : `${base} ${shape.open}`;
  const grouped = shape.isList && entries.length > 6 ? groupItems(context, entries) : entries;
  if (context.currentDepth - level < COMPACT_LEVELS && grouped === entries) {
    const start = entries.length + context.indentation + shape.open.length + base.length + 10;
    if (fitsOnOneLine(entries, start, base)) {
      const joined = join(entries, ', ');
      if (stringIndexOf(joined, '\n') === -1) return `${open} ${joined} ${shape.close}`;
    }
  }
  const line = `\n${stringRepeat(' ', context.indentation)}`;
  return `${open}${line}  ${join(grouped, `,${line}  `)}${line}${shape.close}`;
}

function fitsOnOneLine(entries: List<string>, start: number, base: string): boolean {
  let total = entries.length + start;
  if (total + entries.length > BREAK_LENGTH) return false;
  for (let index = 0; index < entries.length; index += 1) {
    total += (entries[index] as string).length;
    if (total > BREAK_LENGTH) return false;
  }
  return base === '' || stringIndexOf(base, '\n') === -1;
}

/** Long lists of short items are set in columns, as in Node. */
function groupItems(context: Context, entries: List<string>): List<string> {
  let total = 0;
  let longest = 0;
  const hasMore = regExpExec(/^\.\.\. \d+ more item/, entries[entries.length - 1] as string) !== null;
  const count = hasMore ? entries.length - 1 : entries.length;
  for (let index = 0; index < count; index += 1) {
    const { length } = entries[index] as string;
    total += length + 2;
    if (length > longest) longest = length;
  }
  const widest = longest + 2;
  if (widest * 3 + context.indentation >= BREAK_LENGTH) return entries;
  if (!(total / widest > 5 || longest <= 6)) return entries;
  const columns = columnCount(total, widest, count, entries.length, context.indentation);
  if (columns <= 1) return entries;
  return setInColumns(entries, count, columns, hasMore);
}

const { sqrt, min, max, floor } = Math;

function columnCount(total: number, widest: number, count: number, all: number, indentation: number): number {
  const averageBias = sqrt(widest - total / all);
  const biasedMaximum = max(widest - 3 - averageBias + 1, 1);
  return min(
    floor(sqrt(2.5 * biasedMaximum * count) / biasedMaximum),
    floor((BREAK_LENGTH - indentation) / widest),
    12,
    15,
  );
}

function setInColumns(entries: List<string>, count: number, columns: number, hasMore: boolean): List<string> {
  const widths: List<number> = list();
  for (let column = 0; column < columns; column += 1) {
    let width = 0;
    for (let index = column; index < count; index += columns)
      width = max(width, (entries[index] as string).length);
    append(widths, width + 2);
  }
  const padsStart = areNumbers(entries, count);
  const rows: List<string> = list();
  for (let start = 0; start < count; start += columns) {
    const end = min(start + columns, count);
    let row = '';
    for (let index = start; index < end; index += 1) {
      const isLast = index === end - 1;
      const text = (entries[index] as string) + (isLast ? '' : ', ');
      const width = (widths[index - start] as number) - (isLast && padsStart ? 2 : 0);
      const padding = stringRepeat(' ', max(width - text.length, 0));
      row += padsStart ? padding + text : isLast ? text : text + padding;
    }
    append(rows, row);
  }
  if (hasMore) append(rows, entries[entries.length - 1] as string);
  return rows;
}

function areNumbers(entries: List<string>, count: number): boolean {
  for (let index = 0; index < count; index += 1) {
    if (regExpExec(/^-?\d+(\.\d+)?n?$/, entries[index] as string) === null) return false;
  }
  return true;
}

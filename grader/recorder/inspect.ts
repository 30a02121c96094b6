// Prints a value as Node's console does (util.inspect at its defaults: depth 2, 80 columns, 100 items).
// No getter of the student's is called.
import {
  append,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isInstance,
  isView,
  list,
  objectToString,
  ownKeys,
  RealAggregateError,
  regExpExec,
  stringIndexOf,
  symbolToString,
  type List,
} from '../virtual-clock/primordials.ts';
import { platformFields } from '../virtual-clock/platform-objects.ts';
import { indentLines, isErrorLike } from './inspect-errors.ts';
import { layOut, type Place, type Shape } from './inspect-layout.ts';
import { formatPrimitive, quoteString } from './inspect-primitives.ts';
import { baseOf, hasEntries, shapeOf, type Subject } from './inspect-shapes.ts';

type Context = Place & { seen: List<object>; circular: object | null; depth: number };

export function inspect(value: unknown, depth = 2): string {
  return formatValue({ seen: list(), circular: null, indentation: 0, depth, currentDepth: 0 }, value, 0);
}

function formatValue(context: Context, value: unknown, level: number): string {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function')
    return formatPrimitive(value);
  for (let index = 0; index < context.seen.length; index += 1) {
    if (context.seen[index] === value) {
      context.circular ??= value;
      return '[Circular *1]';
    }
  }
  return formatObject(context, value, level);
}

function formatObject(context: Context, value: object, level: number): string {
  const subject = subjectOf(value);
  const fields = platformFields(value);
  const hasContents = hasEntries(subject) || hasShownProperty(subject, fields);
  // Even below the depth that is shown, what has nothing inside is shown as it is.
  if (level > context.depth && hasContents)
    return `[${isArray(value) ? 'Array' : (subject.name ?? 'Object: null prototype')}]`;
  append(context.seen, value);
  if (hasContents) context.currentDepth = level;
  const shape = shapeOf(subject, fields !== undefined, (item) => formatIndented(context, item, level));
  if (fields === undefined) addProperties(context, shape, subject, level);
  else addFields(context, shape, fields, level);
  context.seen.length -= 1;
  if (isErrorLike(value)) shape.base = indentLines(shape.base, context.indentation);
  const text = layOut(context, shape, level);
  if (context.circular !== value) return text;
  context.circular = null;
  return `<ref *1> ${text}`;
}

function subjectOf(value: object): Subject {
  const kind = objectToString(value);
  const name = constructorName(value);
  return { value, kind, name, base: baseOf(value, kind, name) };
}

function formatIndented(context: Context, item: unknown, level: number): string {
  context.indentation += 2;
  const text = formatValue(context, item, level + 1);
  context.indentation -= 2;
  return text;
}

function hasShownProperty(subject: Subject, fields: object | undefined): boolean {
  const keys = ownKeys(fields ?? subject.value);
  if (fields !== undefined) return keys.length > 0;
  for (let index = 0; index < keys.length; index += 1)
    if (isShown(subject, keys[index] as string | symbol)) return true;
  return false;
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

/** Only what the platform says of its own objects, as in Node. */
function addFields(context: Context, shape: Shape, fields: { [name: string]: unknown }, level: number): void {
  for (const name in fields)
    append(shape.entries, `${name}: ${formatIndented(context, fields[name], level)}`);
}

function addProperties(context: Context, shape: Shape, subject: Subject, level: number): void {
  const keys = ownKeys(subject.value);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string | symbol;
    if (!isShown(subject, key)) continue;
    const descriptor = getOwnPropertyDescriptor(subject.value, key) as PropertyDescriptor;
    const shown = descriptor.enumerable ? formatKey(key) : `[${key as string}]`;
    append(shape.entries, `${shown}: ${formatDescriptor(context, descriptor, level)}`);
  }
}

function isShown({ value, kind, base }: Subject, key: string | symbol): boolean {
  const isIndexed =
    isArray(value) || isView(value) || kind === '[object String]' || kind === '[object Arguments]';
  if (isIndexed && typeof key === 'string' && regExpExec(/^\d+$/, key) !== null) return false;
  const descriptor = getOwnPropertyDescriptor(value, key);
  if (descriptor === undefined) return false;
  if (!isErrorLike(value)) return descriptor.enumerable === true;
  if (key === 'cause' || (key === 'errors' && isInstance(value, RealAggregateError))) return true;
  return descriptor.enumerable === true && !isInStack(key, descriptor.value, base);
}

/** An error's name, message and stack are not told twice. */
function isInStack(key: string | symbol, value: unknown, base: string): boolean {
  if (key === 'stack') return true;
  if (key !== 'name' && key !== 'message') return false;
  return typeof value === 'string' && stringIndexOf(base, value) !== -1;
}

function formatKey(key: string | symbol): string {
  if (typeof key === 'symbol') return symbolToString(key);
  return regExpExec(/^[a-zA-Z_][a-zA-Z_0-9]*$/, key) === null ? quoteString(key) : key;
}

function formatDescriptor(context: Context, descriptor: PropertyDescriptor, level: number): string {
  if ('value' in descriptor) return formatIndented(context, descriptor.value, level);
  if (descriptor.get !== undefined) return descriptor.set === undefined ? '[Getter]' : '[Getter/Setter]';
  return descriptor.set === undefined ? 'undefined' : '[Setter]';
}

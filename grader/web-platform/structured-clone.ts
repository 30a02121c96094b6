// structuredClone. https://html.spec.whatwg.org/multipage/structured-data.html
import { requireArguments } from '../virtual-clock/arguments.ts';
import { refuseClone, requireTransferable } from './clone-refusals.ts';
import { nodeError } from '../virtual-clock/errors.ts';
import {
  append,
  arrayBufferSlice,
  arrayBufferTransfer,
  bigIntValueOf,
  booleanValueOf,
  construct,
  dateGetTime,
  defineProperty,
  getOwnPropertyDescriptor,
  hasOwn,
  installGlobal,
  isArray,
  isError,
  isReally,
  isView,
  list,
  mapForEach,
  mapGet,
  mapSet,
  mapSize,
  numberValueOf,
  objectToString,
  ownKeys,
  propertyIsEnumerable,
  RealDate,
  RealMap,
  RealRegExp,
  RealSet,
  RealTypeError,
  record,
  regExpFlags,
  regExpSource,
  setAdd,
  setForEach,
  setSize,
  stringValueOf,
  typedArrayBuffer,
  typedArrayByteOffset,
  typedArrayLength,
  typedArrayTag,
  dataViewBuffer,
  dataViewByteLength,
  dataViewByteOffset,
  type List,
} from '../virtual-clock/primordials.ts';

/** Makes the copy of an object that is not the language's own; undefined when it is none of its kind. */
export type CopyPlatformObject = (value: object, transfer: List<unknown>) => object | undefined;

export type Cloning = {
  /** @param copyOther Asked first for every platform object. @throws DOMException DataCloneError */
  clone(value: unknown, transfer: List<unknown>, copyOther?: CopyPlatformObject): unknown;
  /** Teaches every later clone a kind of platform object. */
  register(copyOther: CopyPlatformObject): void;
};

type Copying = {
  memory: Map<object, unknown>;
  transfer: List<unknown>;
  copyPlatformObject(value: object): object | undefined;
};

const viewTypes = record({
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
}) as { [name: string]: new (buffer: ArrayBuffer, offset: number, length: number) => object };
const RealDataView = DataView;
const errorTypes = record({
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
  Error,
}) as { [name: string]: ErrorConstructor };
const RealObject = Object;

export function installStructuredClone(): Cloning {
  const known: List<CopyPlatformObject> = list();

  function clone(value: unknown, transfer: List<unknown>, copyOther?: CopyPlatformObject): unknown {
    const copyPlatformObject = (object: object): object | undefined => {
      let copy = copyOther?.(object, transfer);
      for (let index = 0; copy === undefined && index < known.length; index += 1)
        copy = (known[index] as CopyPlatformObject)(object, transfer);
      return copy;
    };
    return cloneValue(value, record({ memory: new RealMap(), transfer, copyPlatformObject }));
  }

  installGlobal(
    'structuredClone',
    function structuredClone(value: unknown, options?: { transfer?: unknown }): unknown {
      requireArguments(arguments.length, 1, '"value"');
      return clone(value, readTransfer(options));
    },
  );
  return record({ clone, register: (copyOther: CopyPlatformObject) => void append(known, copyOther) });
}

function cloneValue(value: unknown, copying: Copying): unknown {
  const { transfer } = copying;
  for (let index = 0; index < transfer.length; index += 1) requireTransferable(transfer, index);
  const copy = copyValue(copying, value);
  // What is transferred moves even when the value does not hold it.
  for (let index = 0; index < transfer.length; index += 1) copyValue(copying, transfer[index]);
  return copy;
}

function readTransfer(options: unknown): List<unknown> {
  const transfer: List<unknown> = list();
  if (options === undefined || options === null) return transfer;
  const refuse = (text: string): Error =>
    nodeError(RealTypeError, 'ERR_INVALID_ARG_TYPE', `Failed to execute 'structuredClone': ${text}`);
  if (typeof options !== 'object') throw refuse('Options cannot be converted to a dictionary');
  const { transfer: given } = options as { transfer?: unknown };
  if (given === undefined) return transfer;
  if (typeof given !== 'object' || given === null || !(Symbol.iterator in given))
    throw refuse('transfer in Options cannot be converted to sequence.');
  for (const each of given as Iterable<unknown>) {
    if (typeof each !== 'object' || each === null)
      throw refuse(`transfer in Options[${transfer.length}] is not an object.`);
    append(transfer, each);
  }
  return transfer;
}

function copyValue(copying: Copying, value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw refuseClone(value);
  if (typeof value !== 'object' || value === null) return value;
  const known = mapGet(copying.memory, value);
  return known === undefined ? copyObject(copying, value) : known;
}

function remember<T>({ memory }: Copying, value: object, copy: T): T {
  mapSet(memory, value, copy);
  return copy;
}

function copyObject(copying: Copying, value: object): unknown {
  if (isArray(value)) {
    const copy = remember(copying, value, [] as unknown[]);
    copy.length = value.length;
    return copyProperties(copying, value, copy);
  }
  if (isView(value)) return copyView(copying, value);
  if (isError(value)) return copyError(copying, value);
  return copyBranded(copying, value) ?? copyPlain(copying, value);
}

/** Objects with inner state, told by it; a tag alone makes none. */
function copyBranded(copying: Copying, value: object): unknown {
  switch (objectToString(value)) {
    case '[object Date]':
      return isReally(dateGetTime, value)
        ? remember(copying, value, new RealDate(dateGetTime(value as Date)))
        : undefined;
    case '[object Map]':
      return isReally(mapSize, value) ? copyMap(copying, value as Map<unknown, unknown>) : undefined;
    case '[object Set]':
      return isReally(setSize, value) ? copySet(copying, value as Set<unknown>) : undefined;
    case '[object ArrayBuffer]':
      return remember(copying, value, copyBuffer(copying, value as ArrayBuffer));
    case '[object RegExp]':
      return isReally(regExpSource, value)
        ? remember(copying, value, new RealRegExp(regExpSource(value), regExpFlags(value)))
        : undefined;
    case '[object Number]':
      return copyWrapper(copying, value, numberValueOf);
    case '[object String]':
      return copyWrapper(copying, value, stringValueOf);
    case '[object Boolean]':
      return copyWrapper(copying, value, booleanValueOf);
    case '[object BigInt]':
      return copyWrapper(copying, value, bigIntValueOf);
    case '[object Object]':
      return undefined;
    default:
      return copyTagged(copying, value);
  }
}

function copyWrapper(copying: Copying, value: object, read: (value: never) => unknown): unknown {
  return isReally(read as (value: object) => unknown, value)
    ? remember(copying, value, RealObject(read(value as never)))
    : undefined;
}

function copyMap(copying: Copying, value: Map<unknown, unknown>): unknown {
  const copy = remember(copying, value, new RealMap<unknown, unknown>());
  const entries: List<unknown> = list();
  // The entries as they are now: copying one may run a getter that changes the map.
  mapForEach(value, (item, key) => {
    append(entries, key);
    append(entries, item);
  });
  for (let index = 0; index < entries.length; index += 2)
    mapSet(copy, copyValue(copying, entries[index]), copyValue(copying, entries[index + 1]));
  return copy;
}

function copySet(copying: Copying, value: Set<unknown>): unknown {
  const copy = remember(copying, value, new RealSet<unknown>());
  const items: List<unknown> = list();
  setForEach(value, (item) => append(items, item));
  for (let index = 0; index < items.length; index += 1) setAdd(copy, copyValue(copying, items[index]));
  return copy;
}

function copyBuffer({ transfer }: Copying, value: ArrayBuffer): ArrayBuffer {
  if ((value as ArrayBuffer & { detached: boolean }).detached)
    throw refuseClone(value, 'An ArrayBuffer is detached and could not be cloned.');
  for (let index = 0; index < transfer.length; index += 1)
    if (transfer[index] === value) return arrayBufferTransfer(value);
  return arrayBufferSlice(value, 0);
}

function copyView(copying: Copying, value: object): unknown {
  const tag = typedArrayTag(value);
  // Read before the buffer moves: a transferred one leaves its views empty.
  const length = tag === undefined ? dataViewByteLength(value) : typedArrayLength(value);
  const offset = tag === undefined ? dataViewByteOffset(value) : typedArrayByteOffset(value);
  const source = tag === undefined ? dataViewBuffer(value) : typedArrayBuffer(value);
  const buffer = copyValue(copying, source) as ArrayBuffer;
  const Type = tag === undefined ? RealDataView : viewType(tag);
  return remember(copying, value, construct(Type, [buffer, offset, length]));
}

/** V8 adds the newest of them to a context only after it has been made from a snapshot. */
function viewType(tag: string): (typeof viewTypes)[string] {
  return (viewTypes[tag] ?? (globalThis as { [name: string]: unknown })[tag]) as (typeof viewTypes)[string];
}

function copyError(copying: Copying, error: Error): unknown {
  const known = copying.copyPlatformObject(error) ?? copyDOMException(error);
  if (known !== undefined) return remember(copying, error, known);
  const { name, message, stack } = error;
  const Type = (hasOwn(errorTypes, name) ? errorTypes[name] : errorTypes['Error']) as ErrorConstructor;
  const copy = remember(copying, error, construct(Type, message === '' ? [] : [message]));
  hide(copy, 'stack', stack);
  if (hasOwn(error, 'cause')) hide(copy, 'cause', copyValue(copying, error.cause));
  return copy;
}

function copyDOMException(error: Error): Error | undefined {
  if (objectToString(error) !== '[object DOMException]') return undefined;
  const copy = new DOMException(error.message, error.name);
  hide(copy, 'stack', error.stack);
  return copy;
}

function hide(target: object, key: string, value: unknown): void {
  defineProperty(target, key, record({ value, writable: true, configurable: true, enumerable: false }));
}

/** An object whose tag is not the language's plain one: natives that hold what cannot be copied, and the platform's own. */
function copyTagged(copying: Copying, value: object): unknown {
  const made = copying.copyPlatformObject(value);
  if (made !== undefined) return remember(copying, value, made);
  const tag = objectToString(value);
  if (tag === '[object URL]' || tag === '[object URLSearchParams]')
    throw refuseClone(value, 'Cannot clone object of unsupported type.');
  for (let index = 0; index < uncloneable.length; index += 1)
    if (tag === uncloneable[index]) throw refuseClone(value);
  return undefined;
}

const uncloneable = record([
  '[object Promise]',
  '[object WeakMap]',
  '[object WeakSet]',
  '[object Generator]',
  '[object AsyncGenerator]',
  '[object Array Iterator]',
  '[object Map Iterator]',
  '[object Set Iterator]',
  '[object String Iterator]',
  '[object Symbol]',
  '[object Arguments]',
  '[object MessagePort]',
]);

function copyPlain(copying: Copying, value: object): unknown {
  return copyProperties(copying, value, remember(copying, value, {}));
}

function copyProperties(copying: Copying, source: object, target: object): object {
  const keys = ownKeys(source);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string | symbol;
    if (typeof key === 'symbol' || !propertyIsEnumerable(source, key)) continue;
    if (getOwnPropertyDescriptor(source, key) === undefined) continue;
    const value = copyValue(copying, (source as { [key: string]: unknown })[key]);
    defineProperty(target, key, record({ value, writable: true, configurable: true, enumerable: true }));
  }
  return target;
}

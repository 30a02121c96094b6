// structuredClone for the values that exercises meet. https://html.spec.whatwg.org/multipage/structured-data.html
import {
  construct,
  dateGetTime,
  defineProperty,
  getOwnPropertyDescriptor,
  hasOwn,
  installGlobal,
  isArray,
  isView,
  mapForEach,
  mapGet,
  mapSet,
  objectToString,
  ownKeys,
  propertyIsEnumerable,
  RealDate,
  RealMap,
  RealSet,
  record,
  setAdd,
  setForEach,
  typedArrayBuffer,
  typedArrayByteOffset,
  typedArrayLength,
  typedArrayTag,
} from './primordials.ts';

const errorTypes = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, Error } as {
  [name: string]: ErrorConstructor;
};
const { transfer, slice } = ArrayBuffer.prototype as { transfer(): ArrayBuffer; slice(): ArrayBuffer };
const { apply } = Reflect;
const globals = globalThis as unknown as { [name: string]: unknown };

export function installStructuredClone(): void {
  installGlobal(
    'structuredClone',
    function structuredClone(value: unknown, options?: { transfer?: unknown[] }) {
      return copyValue(value, new RealMap(), options?.transfer ?? []);
    },
  );
}

function uncloneable(value: unknown): Error {
  const Type = globals['DOMException'] as typeof DOMException;
  const text =
    typeof value === 'symbol' ? 'Symbol()' : typeof value === 'function' ? String(value) : '#<Object>';
  return new Type(`${text} could not be cloned.`, 'DataCloneError');
}

function copyValue(value: unknown, memory: Map<object, unknown>, transferred: unknown[]): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw uncloneable(value);
  if (typeof value !== 'object' || value === null) return value;
  const known = mapGet(memory, value);
  if (known !== undefined) return known;
  return copyObject(value, memory, transferred);
}

function copyObject(value: object, memory: Map<object, unknown>, transferred: unknown[]): unknown {
  const remember = <T>(copy: T): T => {
    mapSet(memory, value, copy);
    return copy;
  };
  if (isArray(value)) {
    const copy = remember([] as unknown[]);
    copy.length = value.length;
    return copyProperties(value, copy, memory, transferred);
  }
  const view = isView(value) ? typedArrayTag(value) : undefined;
  if (view !== undefined) {
    // Read before the buffer moves: a transferred one leaves its views empty.
    const length = typedArrayLength(value);
    const offset = typedArrayByteOffset(value);
    const buffer = copyValue(typedArrayBuffer(value), memory, transferred) as ArrayBuffer;
    return remember(construct(globals[view] as new () => object, [buffer, offset, length]));
  }
  switch (objectToString(value)) {
    case '[object Date]':
      return remember(new RealDate(dateGetTime(value as Date)));
    case '[object Map]': {
      const copy = remember(new RealMap<unknown, unknown>());
      mapForEach(value as Map<unknown, unknown>, (item, key) =>
        mapSet(copy, copyValue(key, memory, transferred), copyValue(item, memory, transferred)),
      );
      return copy;
    }
    case '[object Set]': {
      const copy = remember(new RealSet<unknown>());
      setForEach(value as Set<unknown>, (item) => setAdd(copy, copyValue(item, memory, transferred)));
      return copy;
    }
    case '[object ArrayBuffer]':
      return remember(apply(isTransferred(value, transferred) ? transfer : slice, value, []));
    case '[object Error]':
      return copyError(value as Error, remember, memory, transferred);
    case '[object RegExp]':
      return remember(new RegExp((value as RegExp).source, (value as RegExp).flags));
    case '[object Promise]':
    case '[object WeakMap]':
    case '[object WeakSet]':
      throw uncloneable(value);
    default:
      return copyProperties(value, remember({}), memory, transferred);
  }
}

function isTransferred(value: unknown, transferred: unknown[]): boolean {
  for (let index = 0; index < transferred.length; index += 1) if (transferred[index] === value) return true;
  return false;
}

function copyError(
  error: Error,
  remember: <T>(copy: T) => T,
  memory: Map<object, unknown>,
  transferred: unknown[],
): Error {
  const Type = errorTypes[error.name] ?? errorTypes['Error'];
  const copy = remember<Error>(construct(Type as ErrorConstructor, [error.message]));
  const hide = (key: string, value: unknown): void => {
    defineProperty(copy, key, record({ value, writable: true, configurable: true, enumerable: false }));
  };
  hide('stack', error.stack);
  if (hasOwn(error, 'cause')) hide('cause', copyValue(error.cause, memory, transferred));
  return copy;
}

function copyProperties(
  source: object,
  target: object,
  memory: Map<object, unknown>,
  transferred: unknown[],
): object {
  const keys = ownKeys(source);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string | symbol;
    if (typeof key === 'symbol' || !propertyIsEnumerable(source, key)) continue;
    const descriptor = getOwnPropertyDescriptor(source, key);
    if (descriptor === undefined) continue;
    const value = copyValue((source as { [key: string]: unknown })[key], memory, transferred);
    defineProperty(target, key, record({ value, writable: true, configurable: true, enumerable: true }));
  }
  return target;
}

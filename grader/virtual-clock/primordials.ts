// Captured before any student code runs. Guest code uses these and never a method of a prototype that a student can
// replace. In guest code, therefore: no array or string methods, no spread, no for…of, no destructuring of arrays.

/** Turns a prototype's method into a function whose first parameter is `this`. */
function uncurry<This, Args extends unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
): (self: This, ...args: Args) => Result {
  return call.bind(method) as (self: This, ...args: Args) => Result;
}
const call = Function.prototype.call;

export const RealAggregateError = AggregateError;
export const RealDate = Date;
export const RealError = Error;
export const RealMap = Map;
export const RealPromise = Promise;
export const RealSet = Set;
export const RealWeakMap = WeakMap;
export const RealTypeError = TypeError;
export const RealRangeError = RangeError;
export const RealString = String;
export const RealNumber = Number;
export const RealBigInt = BigInt;

export const RealRegExp = RegExp;

export const {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  getPrototypeOf,
  ownKeys,
  preventExtensions,
  setPrototypeOf,
} = Reflect;
export const { create, freeze, is } = Object;
export const { isArray } = Array;
type IsError = (value: unknown) => value is Error;
let askEngine: IsError | undefined;

/**
 * Captures what V8 adds to a context only after it has been made from a snapshot, `Error.isError` here. Called before any
 * student code runs.
 */
export function captureLate(): void {
  // Newer than TypeScript's library.
  askEngine = (Error as unknown as { isError: IsError }).isError;
}

/** Asks V8 itself: neither `Symbol.hasInstance` nor a changed prototype has a say. */
export function isError(value: unknown): value is Error {
  return askEngine !== undefined && askEngine(value);
}

export const isView = ArrayBuffer.isView;
export const { abs, floor, imul, trunc } = Math;
export const { isFinite, isInteger } = Number;
export const quote: (text: string) => string = JSON.stringify;

export const dateGetTime = uncurry(Date.prototype.getTime);
export const dateToISOString = uncurry(Date.prototype.toISOString);
export const dateToString = uncurry(Date.prototype.toString);
export const functionToString = uncurry(Function.prototype.toString);
export const hasOwn = uncurry(Object.prototype.hasOwnProperty);
export const objectToString = uncurry(Object.prototype.toString);
export const propertyIsEnumerable = uncurry(Object.prototype.propertyIsEnumerable);
export const promiseThen = uncurry(Promise.prototype.then) as (
  self: Promise<unknown>,
  onFulfilled?: (value: unknown) => unknown,
  onRejected?: (reason: unknown) => unknown,
) => Promise<unknown>;
export const regExpToString = uncurry(RegExp.prototype.toString);
export const regExpExec = uncurry(RegExp.prototype.exec);
export const stringCharCodeAt = uncurry(String.prototype.charCodeAt);
export const stringSlice = uncurry(String.prototype.slice);
export const stringIndexOf = uncurry(String.prototype.indexOf);
export const stringEndsWith = uncurry(String.prototype.endsWith);
export const stringRepeat = uncurry(String.prototype.repeat);
export const symbolToString = uncurry(Symbol.prototype.toString);
export const bigIntToString = uncurry(BigInt.prototype.toString);
export const numberValueOf = uncurry(Number.prototype.valueOf);
export const stringValueOf = uncurry(String.prototype.valueOf);
export const booleanValueOf = uncurry(Boolean.prototype.valueOf);
export const symbolValueOf = uncurry(Symbol.prototype.valueOf);
export const bigIntValueOf = uncurry(BigInt.prototype.valueOf);
export const arrayBufferSlice = uncurry(ArrayBuffer.prototype.slice);
export const arrayBufferTransfer = uncurry(
  (ArrayBuffer.prototype as unknown as { transfer(this: ArrayBuffer): ArrayBuffer }).transfer,
);

export const mapGet = uncurry(Map.prototype.get) as <K, V>(self: Map<K, V>, key: K) => V | undefined;
export const mapSet = uncurry(Map.prototype.set) as <K, V>(self: Map<K, V>, key: K, value: V) => Map<K, V>;
export const mapDelete = uncurry(Map.prototype.delete) as <K, V>(self: Map<K, V>, key: K) => boolean;
export const mapForEach = uncurry(Map.prototype.forEach) as <K, V>(
  self: Map<K, V>,
  visit: (value: V, key: K) => void,
) => void;
export const setForEach = uncurry(Set.prototype.forEach) as <T>(
  self: Set<T>,
  visit: (value: T) => void,
) => void;
export const setAdd = uncurry(Set.prototype.add) as <T>(self: Set<T>, value: T) => Set<T>;
export const weakMapGet = uncurry(WeakMap.prototype.get) as <K extends WeakKey, V>(
  self: WeakMap<K, V>,
  key: K,
) => V | undefined;
export const weakMapSet = uncurry(WeakMap.prototype.set) as <K extends WeakKey, V>(
  self: WeakMap<K, V>,
  key: K,
  value: V,
) => WeakMap<K, V>;

function getter<This extends object, Result>(prototype: This, name: PropertyKey): (self: object) => Result {
  const descriptor = Reflect.getOwnPropertyDescriptor(prototype, name);
  return uncurry(descriptor?.get as (this: object) => Result);
}
export const mapSize = getter<object, number>(Map.prototype, 'size');
export const setSize = getter<object, number>(Set.prototype, 'size');
const typedArrayPrototype = getPrototypeOf(Uint8Array.prototype) as object;
export const typedArrayTag = getter<object, string | undefined>(typedArrayPrototype, Symbol.toStringTag);
export const typedArrayLength = getter<object, number>(typedArrayPrototype, 'length');
export const typedArrayByteOffset = getter<object, number>(typedArrayPrototype, 'byteOffset');
export const arrayBufferByteLength = getter<object, number>(ArrayBuffer.prototype, 'byteLength');
export const dataViewBuffer = getter<object, ArrayBuffer>(DataView.prototype, 'buffer');
export const dataViewByteLength = getter<object, number>(DataView.prototype, 'byteLength');
export const dataViewByteOffset = getter<object, number>(DataView.prototype, 'byteOffset');
export const regExpSource = getter<object, string>(RegExp.prototype, 'source');
export const regExpFlags = getter<object, string>(RegExp.prototype, 'flags');
export const typedArrayBuffer = getter<object, ArrayBuffer>(typedArrayPrototype, 'buffer');

/** Whether `read` finds the inner state that it looks for. */
export function isReally(read: (value: object) => unknown, value: object): boolean {
  try {
    read(value);
    return true;
  } catch {
    return false;
  }
}

const { getOwnPropertyDescriptor: describe } = Reflect;

/** The descriptor without a prototype: what it does not hold is not looked up on `Object.prototype`. */
export function getOwnPropertyDescriptor(target: object, key: PropertyKey): PropertyDescriptor | undefined {
  const descriptor = describe(target, key);
  if (descriptor !== undefined) setPrototypeOf(descriptor, null);
  return descriptor;
}

/** The value of an own data property, `undefined` for all else; runs no getter. */
export function ownValue(target: object, key: PropertyKey): unknown {
  return getOwnPropertyDescriptor(target, key)?.value;
}

const hasInstance = uncurry(Function.prototype[Symbol.hasInstance]) as (
  Type: object,
  value: unknown,
) => boolean;

/** `instanceof` that no `Symbol.hasInstance` diverts; a Proxy whose trap throws is no instance. */
export function isInstance<T>(value: unknown, Type: abstract new (...args: never[]) => T): value is T {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return hasInstance(Type, value);
  } catch {
    return false;
  }
}

/**
 * Hears of a promise's settlement, whatever its `then`, `constructor` or species have been replaced by: with an own
 * `constructor` of `undefined`, the intrinsic `then` makes its result by the intrinsic `Promise`.
 *
 * @throws TypeError when the value only looks like a promise.
 */
export function whenSettled(
  promise: Promise<unknown>,
  onFulfilled: (value: unknown) => void,
  onRejected: (reason: unknown) => void,
): void {
  defineProperty(promise, 'constructor', record({ value: undefined, configurable: true }));
  void promiseThen(promise, onFulfilled, onRejected);
}

/** A list that no setter on `Array.prototype` can observe: it has no prototype. */
export type List<T> = { length: number; [index: number]: T };

export function list<T>(): List<T> {
  const made: T[] = [];
  setPrototypeOf(made, null);
  return made;
}

export function append<T>(target: List<T>, item: T): T {
  target[target.length] = item;
  return item;
}

/** A record without a prototype, so that no accessor on `Object.prototype` is consulted. */
export function record<T extends object>(fields: T): T {
  setPrototypeOf(fields, null);
  return fields;
}

export function join(parts: List<string>, separator: string): string {
  let text = '';
  for (let index = 0; index < parts.length; index += 1) text += (index === 0 ? '' : separator) + parts[index];
  return text;
}

/** Adds a global that behaves as the platform's do: writable, configurable, not enumerable. */
export function installGlobal(name: string, value: unknown): void {
  // The bundler renames what would collide.
  if (typeof value === 'function' && value.name !== name)
    defineProperty(value, 'name', record({ value: name, configurable: true }));
  defineProperty(globalThis, name, record({ value, writable: true, configurable: true, enumerable: false }));
}

/** Defines methods that show up as native ones do: not enumerable. */
export function defineMethods(target: object, methods: object): void {
  const keys = ownKeys(methods);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as PropertyKey;
    const descriptor = getOwnPropertyDescriptor(methods, key);
    if (descriptor === undefined) continue;
    descriptor.enumerable = false;
    defineProperty(target, key, descriptor);
  }
}

/**
 * Makes an error that the platform brings about: none of our frames belongs in its stack, and V8 would parse each function of
 * ours again to tell where in it they stand.
 */
export function withoutStack<T>(make: () => T): T {
  const limit = getOwnPropertyDescriptor(RealError, 'stackTraceLimit');
  if (limit?.writable !== true) return make();
  RealError.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    RealError.stackTraceLimit = limit.value as number;
  }
}

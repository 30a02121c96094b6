// Reads what an author says about a simulated thing, once, at the start: own fields alone (a `hangs` on `Object.prototype`
// would be the student's), unknown ones refused by name.
import {
  append,
  apply,
  defineProperty,
  isArray,
  isError,
  isInteger,
  join,
  list,
  ownKeys,
  ownValue,
  RealError,
  RealRangeError,
  RealString,
  RealTypeError,
  record,
  type List,
  withoutStack,
} from '../virtual-clock/primordials.ts';

export type Fields = { [field: string]: unknown };

/**
 * @param what The thing in words, such as `simulate: "fetchUser"`.
 * @throws TypeError that names the first field which is not among the known.
 */
export function readFields(what: string, source: unknown, known: readonly string[]): Fields {
  if (typeof source !== 'object' || source === null)
    throw new RealTypeError(`${what} is ${describe(source)}; expected an object with ${join(known, ', ')}`);
  const fields = record<Fields>({});
  const keys = ownKeys(source);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    if (!isAmong(key, known))
      throw new RealTypeError(`${what} has a field "${RealString(key)}"; expected ${join(known, ', ')}`);
    const value = ownValue(source, key);
    fields[key] = isAmong(key, handedOver) ? value : copyList(value);
  }
  return fields;
}

/** Fields whose value reaches the student: a list among them stays the author's own. */
const handedOver = ['value', 'detail', 'json'];

function isAmong(key: unknown, known: readonly string[]): boolean {
  for (let index = 0; index < known.length; index += 1) if (known[index] === key) return true;
  return false;
}

function describe(value: unknown): string {
  return typeof value === 'function' ? 'a function' : RealString(value);
}

/** A list of the author's without a prototype, so that whoever patches `Array.prototype` has no part in it. */
export function copyList(value: unknown): unknown {
  if (!isArray(value)) return value;
  const copy: List<unknown> = list();
  for (let index = 0; index < value.length; index += 1) append(copy, ownValue(value, RealString(index)));
  return copy;
}

/** One setting for the call with this index: a constant, the k-th of a list (its last beyond the end), or a function's answer. */
export function perCall(setting: unknown, argument: unknown, index: number): unknown {
  if (typeof setting === 'function') return apply(setting, undefined, [argument, index]);
  if (!isArray(setting)) return setting;
  return setting[index < setting.length ? index : setting.length - 1];
}

/** @returns whole virtual ms. @throws RangeError that names the thing. */
export function latencyOf(what: string, setting: unknown, argument: unknown, index: number): number {
  return requireLatency(what, perCall(setting, argument, index));
}

/** Refuses at once what can be seen to be wrong before any call is made. */
export function checkLatency(what: string, setting: unknown): void {
  if (typeof setting === 'function') return;
  if (!isArray(setting)) return void requireLatency(what, setting);
  if (setting.length === 0) throw new RealRangeError(`${what}: the list of latencies is empty`);
  for (let index = 0; index < setting.length; index += 1) requireLatency(what, setting[index]);
}

function requireLatency(what: string, latencyMs: unknown): number {
  if (isInteger(latencyMs) && (latencyMs as number) >= 0) return latencyMs as number;
  const shown = typeof latencyMs === 'object' && latencyMs !== null ? 'an object' : RealString(latencyMs);
  throw new RealRangeError(`${what}: a latency is ${shown}; expected whole virtual ms, 0 or more`);
}

/**
 * What the call with this index rejects with; `undefined` when it does not reject. A text becomes an `Error`, an error stands
 * for itself, a list or an object of numbered reasons counts calls from 0.
 */
export function rejectionOf(setting: unknown, argument: unknown, index: number): unknown {
  const reason = reasonOf(setting, argument, index);
  return typeof reason === 'string' ? withoutStack(() => new RealError(reason)) : reason;
}

/** As `rejectionOf`, with a text left as it is. */
export function reasonOf(setting: unknown, argument: unknown, index: number): unknown {
  if (typeof setting === 'function') return apply(setting, undefined, [argument, index]);
  if (isArray(setting)) return index < setting.length ? setting[index] : undefined;
  if (typeof setting !== 'object' || setting === null || isError(setting)) return setting;
  return ownValue(setting, RealString(index));
}

/** An object of reasons is numbered by calls: any other key is a slip. */
export function checkRejects(what: string, setting: unknown): void {
  if (typeof setting !== 'object' || setting === null || isArray(setting) || isError(setting)) return;
  const keys = ownKeys(setting);
  for (let index = 0; index < keys.length; index += 1) {
    const key = RealString(keys[index]);
    if (RealString(index) === key || isWholeNumber(key)) continue;
    throw new RealTypeError(`${what}: "rejects" has a key "${key}"; expected indices of calls, from 0`);
  }
}

function isWholeNumber(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    if (character < '0' || character > '9') return false;
  }
  return text !== '';
}

/** Scenarios destructure what they are given (`([id]) => …`); a student's `Array.prototype[Symbol.iterator]` has no part in that. */
export function withSafeIterator(args: unknown[]): unknown[] {
  const value = (): object => {
    let index = 0;
    return record({
      next: () => {
        index += 1;
        return record({ done: index > args.length, value: args[index - 1] });
      },
    });
  };
  defineProperty(args, Symbol.iterator, record({ value, configurable: true, writable: true }));
  return args;
}

// Deep copies of plain data: what a scenario keeps for itself stays as it was, whatever the code does to what it was handed.
import {
  getPrototypeOf,
  isArray,
  mapGet,
  mapSet,
  ownKeys,
  ownValue,
  RealMap,
  RealString,
} from '../virtual-clock/primordials.ts';
import { setOwn } from './own-property.ts';

/** Arrays and plain objects anew, all else (dates, errors, functions) as it is. Cycles stay cycles. */
export function copyData<T>(value: T): T {
  return copyWith(value, new RealMap()) as T;
}

const plainPrototype = Object.prototype;

function isPlain(value: object): boolean {
  if (isArray(value)) return true;
  const prototype = getPrototypeOf(value);
  return prototype === null || prototype === plainPrototype;
}

function copyWith(value: unknown, copies: Map<object, object>): unknown {
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  const known = mapGet(copies, value);
  if (known !== undefined) return known;
  const copy: object = isArray(value) ? [] : {};
  mapSet(copies, value, copy);
  const keys = ownKeys(value);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string | symbol;
    if (typeof key === 'string' && !(key === 'length' && isArray(value)))
      setOwn(copy, RealString(key), copyWith(ownValue(value, key), copies));
  }
  return copy;
}

// What structuredClone will not copy or move, in V8's and Node's words.
import {
  functionToString,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  objectToString,
  stringSlice,
  symbolToString,
  type List,
} from '../virtual-clock/primordials.ts';

/** @returns the DataCloneError to throw. */
export function refuseClone(value: unknown, message = `${describe(value)} could not be cloned.`): Error {
  return new DOMException(message, 'DataCloneError');
}

function describe(value: unknown): string {
  if (typeof value === 'symbol') return symbolToString(value);
  if (typeof value === 'function') return functionToString(value);
  const tag = objectToString(value);
  const name = constructorName(value as object);
  if (tag === '[object Arguments]') return '#<Object>';
  if (tag === '[object Symbol]') return tag;
  return name === '' || name === 'Object' ? (tag === '[object Object]' ? '#<Object>' : tag) : `#<${name}>`;
}

function constructorName(value: object): string {
  const prototype = getPrototypeOf(value);
  const made: unknown =
    prototype === null ? undefined : getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  const name: unknown = typeof made === 'function' ? getOwnPropertyDescriptor(made, 'name')?.value : '';
  return typeof name === 'string' ? name : '';
}

/** @throws DOMException DataCloneError for what cannot move, is named twice, or has moved before. */
export function requireTransferable(transfer: List<unknown>, index: number): void {
  const value = transfer[index] as object;
  const tag = objectToString(value);
  if (tag !== '[object ArrayBuffer]' && tag !== '[object MessagePort]')
    throw refuseClone(value, 'Found invalid value in transferList.');
  for (let other = 0; other < index; other += 1) {
    if (transfer[other] === value)
      throw refuseClone(value, `Transfer list contains duplicate ${stringSlice(tag, 8, -1)}`);
  }
  if (tag === '[object ArrayBuffer]' && (value as ArrayBuffer & { detached: boolean }).detached)
    throw refuseClone(value, 'Cannot transfer object of unsupported type.');
}

// Functions and classes, as Node's console prints them.
import {
  functionToString,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  objectToString,
  regExpExec,
  stringSlice,
} from '../virtual-clock/primordials.ts';

export function formatFunction(value: unknown): string {
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

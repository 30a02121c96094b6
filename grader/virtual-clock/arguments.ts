// Arguments that Node's own functions refuse, in Node's words and with its codes.
import { describeReceived, nodeError } from './errors.ts';
import { RealTypeError, stringIndexOf } from './primordials.ts';

/** @param expected Reads on from "must be", as in "of type number". @throws TypeError ERR_INVALID_ARG_TYPE */
export function refuse(name: string, expected: string, received: unknown): never {
  const kind = stringIndexOf(name, '.') === -1 ? 'argument' : 'property';
  const message = `The "${name}" ${kind} must be ${expected}. Received ${describeReceived(received)}`;
  throw nodeError(RealTypeError, 'ERR_INVALID_ARG_TYPE', message);
}

export function requireNumber(name: string, value: unknown): asserts value is number {
  if (typeof value !== 'number') refuse(name, 'of type number', value);
}

export function requireObject(name: string, value: unknown): asserts value is object {
  if (typeof value !== 'object' || value === null) refuse(name, 'of type object', value);
}

export function requireBoolean(name: string, value: unknown): asserts value is boolean {
  if (typeof value !== 'boolean') refuse(name, 'of type boolean', value);
}

/** A call with fewer arguments than the interface asks for. @throws TypeError ERR_MISSING_ARGS */
export function requireArguments(given: number, needed: number, names: string): void {
  if (given >= needed) return;
  const text = `The ${names} argument${needed > 1 ? 's' : ''} must be specified`;
  throw nodeError(RealTypeError, 'ERR_MISSING_ARGS', text);
}

// Errors with Node's codes and wording, for arguments that Node's own globals refuse.
import { defineProperty, record, RealString } from './primordials.ts';

export function nodeError(Type: new (message: string) => Error, code: string, message: string): Error {
  const error = new Type(message);
  defineProperty(
    error,
    'code',
    record({ value: code, writable: true, configurable: true, enumerable: true }),
  );
  return error;
}

/** Node's "Received …" clause of ERR_INVALID_ARG_TYPE. */
export function describeReceived(value: unknown): string {
  if (value === null || value === undefined) return RealString(value);
  if (typeof value === 'string') return `type string ('${value}')`;
  if (typeof value === 'object') return 'an instance of Object';
  if (typeof value === 'symbol') return 'type symbol';
  if (typeof value === 'function') return 'a function';
  return `type ${typeof value} (${RealString(value)})`;
}

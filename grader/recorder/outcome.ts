// What became of an attempt, as plain data.
import type { Outcome } from '../author.ts';
import {
  apply,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isError,
  isInstance,
  RealPromise,
  RealString,
  whenSettled,
} from '../virtual-clock/primordials.ts';

/**
 * Runs `attempt` and waits for what it returns. Nothing that the student's code has replaced has a say in it.
 *
 * @returns `{ value }`, or `{ error }` with the name and the message of what was thrown.
 */
export function outcomeOf(attempt: () => unknown): Promise<Outcome> {
  return new RealPromise((resolve) => {
    const fail = (error: unknown): void => resolve({ error: describeError(error) });
    try {
      const made = apply(attempt, undefined, []);
      // Any thenable is followed, as `await` would.
      const promise = isInstance(made, RealPromise) ? made : new RealPromise((follow) => follow(made));
      whenSettled(promise, (value) => resolve({ value }), fail);
    } catch (error) {
      fail(error);
    }
  });
}

function describeError(error: unknown): { name: string; message: string } {
  if (typeof error !== 'object' || error === null || !isError(error)) {
    const isPlain = typeof error !== 'object' && typeof error !== 'function';
    return { name: '', message: isPlain ? RealString(error) : 'an object that is no Error' };
  }
  return { name: textIn(error, 'name'), message: textIn(error, 'message') };
}

/** A string of the error's own or of one of its classes, without running a getter. */
function textIn(error: object, key: string): string {
  for (let holder: object | null = error; holder !== null; holder = getPrototypeOf(holder)) {
    const descriptor: PropertyDescriptor | undefined = getOwnPropertyDescriptor(holder, key);
    if (descriptor !== undefined) return typeof descriptor.value === 'string' ? descriptor.value : '';
  }
  return '';
}

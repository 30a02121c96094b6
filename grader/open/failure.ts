// What a test threw, as bounded data for the host. The positions are read there: the stack goes along as text.
import { processError } from '@vitest/utils/error';
import { TimeoutError } from './run-test.ts';

export type Failure = {
  kind: 'assertion' | 'timeout' | 'error';
  message: string;
  stack: string;
  expected?: string;
  received?: string;
  diff?: string;
  timeoutMs?: number;
};

const MAXIMUM_TEXT = 4000;
const MAXIMUM_STACK = 8000;

export function toFailure(error: unknown): Failure {
  const stack = textOf(error, 'stack').slice(0, MAXIMUM_STACK);
  if (error instanceof TimeoutError) {
    return { kind: 'timeout', message: error.message, stack, timeoutMs: error.timeoutMs };
  }
  const name = textOf(error, 'name');
  const message = plain(textOf(error, 'message'));
  if (name !== 'AssertionError' && name !== 'JestExtendError') {
    return { kind: 'error', message: name === '' ? describe(error) : `${name}: ${message}`, stack };
  }
  return { kind: 'assertion', message, stack, ...comparison(error) };
}

function comparison(error: unknown): Pick<Failure, 'expected' | 'received' | 'diff'> {
  const { expected, actual, diff } = processError(error, { truncateThreshold: 0 }) as {
    [key: string]: unknown;
  };
  return {
    ...(typeof expected === 'string' ? { expected: plain(expected) } : {}),
    ...(typeof actual === 'string' ? { received: plain(actual) } : {}),
    ...(typeof diff === 'string' ? { diff: plain(diff) } : {}),
  };
}

function textOf(error: unknown, key: 'name' | 'message' | 'stack'): string {
  if (typeof error !== 'object' || error === null) return '';
  const text: unknown = (error as { [key: string]: unknown })[key];
  return typeof text === 'string' ? text : '';
}

function describe(error: unknown): string {
  return plain(typeof error === 'object' && error !== null ? JSON.stringify(error) : String(error));
}

/** Without colours, and bounded. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- the escape character is what is looked for
  const uncoloured = text.replaceAll(/\u001B\[[0-9;]*m/g, '');
  return uncoloured.length > MAXIMUM_TEXT ? `${uncoloured.slice(0, MAXIMUM_TEXT)}…` : uncoloured;
}

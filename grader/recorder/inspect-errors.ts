// Errors, as Node's console prints them: the stack as it stands, without the frames that are not the student's.
import {
  getOwnPropertyDescriptor,
  isError,
  isInstance,
  RealError,
  regExpExec,
  stringEndsWith,
  stringIndexOf,
  stringRepeat,
  stringSlice,
} from '../virtual-clock/primordials.ts';

export function isErrorLike(value: unknown): value is Error {
  return isError(value) || isInstance(value, RealError);
}

/** @param made Name of the constructor, '' for none. */
export function formatError(error: Error, made: string): string {
  const stack: unknown = getOwnPropertyDescriptor(error, 'stack')?.value ?? readStack(error);
  const text = typeof stack === 'string' && stack !== '' ? stack : errorTitle(error);
  const named = withConstructor(text, made, `${error.name}`);
  const hasFrames = regExpExec(/\n {4}at /, named) !== null;
  return hasFrames ? withoutForeignFrames(named) : `[${named}]`;
}

function readStack(error: Error): unknown {
  // V8 keeps `stack` as an accessor pair of its own on newer engines.
  return error.stack;
}

function errorTitle(error: Error): string {
  const name = `${error.name}`;
  const message = `${error.message}`;
  return message === '' ? name : `${name}: ${message}`;
}

/** A class that did not set its errors' name is shown all the same. */
function withConstructor(stack: string, made: string, name: string): string {
  const after = stack[name.length];
  const isTitle =
    stringEndsWith(name, 'Error') &&
    stringSlice(stack, 0, name.length) === name &&
    (after === undefined || after === ':' || after === '\n');
  if (!isTitle || made === '' || made === name) return stack;
  const rest = stringSlice(stack, name.length);
  return stringIndexOf(made, name) === -1 ? `${made} [${name}]${rest}` : made + rest;
}

/** An error inside of something stands further to the right, all lines of it. */
export function indentLines(text: string, indentation: number): string {
  const margin = stringRepeat(' ', indentation);
  let indented = '';
  let start = 0;
  let end = stringIndexOf(text, '\n');
  while (end !== -1) {
    indented += stringSlice(text, start, end + 1) + margin;
    start = end + 1;
    end = stringIndexOf(text, '\n', start);
  }
  return indented + stringSlice(text, start);
}

/** Drops frames of the machinery: only lines that point into a submission's file stay. */
function withoutForeignFrames(stack: string): string {
  let kept = '';
  let start = 0;
  while (start <= stack.length) {
    const end = stringIndexOf(stack, '\n', start);
    const line = stringSlice(stack, start, end === -1 ? stack.length : end);
    const isFrame = regExpExec(/^ {4}at /, line) !== null;
    if (!isFrame || regExpExec(/\bsolution\.[jt]s:\d+:\d+\)?$/, line) !== null)
      kept += (start === 0 ? '' : '\n') + line;
    if (end === -1) break;
    start = end + 1;
  }
  return kept;
}

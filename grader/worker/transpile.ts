// Source text of a submission into JavaScript, with the same lines and columns. Runs in the child: the eraser can be broken
// by hostile input for the rest of a process's life.
import { stripTypeScriptTypes } from 'node:module';
import type { Finding } from '../recording/types.ts';

export type Transpiled =
  | { ok: true; code: string }
  /** `isPoisoned`: the eraser is broken for good, and this process must not be used again. */
  | { ok: false; finding: Finding; isPoisoned: boolean };

export function transpile(path: string, source: string): Transpiled {
  if (!path.endsWith('.ts')) return { ok: true, code: source };
  try {
    return { ok: true, code: stripTypeScriptTypes(source, { mode: 'strip' }) };
  } catch (error) {
    return toFailure(path, error);
  }
}

function toFailure(path: string, error: unknown): Transpiled {
  const { code, message } = error as { code?: string; message?: string };
  const [first = 'cannot be read as TypeScript'] = (message ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') {
    return {
      ok: false,
      finding: { code: 'unsupported-typescript', params: { error: first.trim() }, ...place(path, error) },
      isPoisoned: false,
    };
  }
  if (code === 'ERR_INVALID_TYPESCRIPT_SYNTAX') {
    return {
      ok: false,
      finding: { code: 'syntax-error', params: { error: first.trim() }, ...place(path, error) },
      isPoisoned: false,
    };
  }
  return { ok: false, finding: { code: 'too-deep', params: { limit: 200 } }, isPoisoned: true };
}

/** The eraser tells the place in the error's `startLine` and `startColumn`, or in a stack line `file:line`. */
export function place(path: string, error: unknown): Pick<Finding, 'at'> {
  const { startLine, startColumn, stack } = error as {
    startLine?: number;
    startColumn?: number;
    stack?: string;
  };
  if (startLine !== undefined) return { at: { file: path, line: startLine, column: (startColumn ?? 0) + 1 } };
  const line = /:(\d+)\n/.exec(stack ?? '');
  return line === null ? {} : { at: { file: path, line: Number(line[1]), column: 1 } };
}

// Refuses, before anything parses it, source that is too long or nested too deep for the parsers that follow.
import type { Files, Finding } from '../recording/types.ts';
import { limits } from './limits.ts';

/** @returns why the submission cannot be taken, or null. Cheap: safe in the host. */
export function precheck(files: Files): Finding | null {
  const paths = Object.keys(files);
  if (paths.filter((path) => ENTRY.test(path)).length !== 1) {
    const params = { expected: 'solution.js or solution.ts', actual: paths.join(', ') || 'no file' };
    return { code: 'missing-file', params };
  }
  const odd = paths.find((path) => !PATH.test(path));
  if (odd !== undefined) return { code: 'bad-path', params: { path: odd.slice(0, 100) } };
  if (paths.length > limits.fileLimit)
    return { code: 'too-many-files', params: { actual: paths.length, limit: limits.fileLimit } };
  const bytes = Object.values(files).reduce((sum, source) => sum + Buffer.byteLength(source), 0);
  if (bytes > limits.sourceLimitBytes) {
    return {
      code: 'too-large',
      params: { actualKb: Math.ceil(bytes / 1024), limitKb: limits.sourceLimitBytes / 1024 },
    };
  }
  return (
    Object.entries(files)
      .map(([path, source]) => nestingFinding(path, source))
      .find((finding) => finding !== null) ?? null
  );
}

const ENTRY = /^solution\.[jt]s$/;
/** Names of letters, digits, `-` and `_`, in folders below the entry's. */
const PATH = /^(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.[jt]s$/;

const OPENERS = new Set(['(', '[', '{']);
const CLOSERS = new Set([')', ']', '}']);
/** Unary operators, arrows, ternaries: chains that recursive parsers descend into without any bracket. */
const CHAIN =
  /(?:[!~+-]\s*){200}|(?:(?:typeof|void|await|new|delete|keyof|readonly|infer|unique)\s+){200}|(?:=>\s*[\w$(){}[\],\s]{0,40}){200}/;

function nestingFinding(path: string, source: string): Finding | null {
  let depth = 0;
  /** Type arguments directly in one another. A bracket or a semicolon ends the run: `i < n;` is a comparison. */
  let angles = 0;
  let line = 1;
  for (const character of source) {
    if (character === '\n') line += 1;
    else if (character === '<') angles += 1;
    else if (character === '>') angles = Math.max(0, angles - 1);
    else if (OPENERS.has(character)) depth += 1;
    else if (CLOSERS.has(character)) depth = Math.max(0, depth - 1);
    if (character === ';' || OPENERS.has(character) || CLOSERS.has(character)) angles = 0;
    if (depth > limits.nestingLimit || angles > limits.nestingLimit) {
      const params = { limit: limits.nestingLimit, line };
      return { code: 'too-deep', params, at: { file: path, line, column: 1 } };
    }
  }
  return CHAIN.test(source) ? { code: 'too-deep', params: { limit: limits.nestingLimit } } : null;
}

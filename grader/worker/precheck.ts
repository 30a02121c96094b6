// Refuses, before anything parses it, source that is too long or nested too deep for the parsers that follow.
import type { Files, Finding } from '../recording/types.ts';
import { limits } from './limits.ts';

/** @returns why the submission cannot be taken, or null. Cheap: safe in the host. */
export function precheck(files: Files): Finding | null {
  const paths = Object.keys(files);
  const [path] = paths;
  if (path === undefined || paths.length !== 1 || !/^solution\.[jt]s$/.test(path)) {
    const params = { expected: 'solution.js or solution.ts', actual: paths.join(', ') || 'no file' };
    return { code: 'missing-file', params };
  }
  const source = files[path] ?? '';
  const bytes = Buffer.byteLength(source);
  if (bytes > limits.sourceLimitBytes) {
    return {
      code: 'too-large',
      params: { actualKb: Math.ceil(bytes / 1024), limitKb: limits.sourceLimitBytes / 1024 },
    };
  }
  return nestingFinding(path, source);
}

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

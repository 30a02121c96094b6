// The instrumentation pass: tells the recorder where the code is, who made a promise and what an await waits for.
// Insert-only and on the same line, so that every position can be translated back. Runs in the child, after type erasure.
import { createHash } from 'node:crypto';
import { parse, type Node } from 'acorn';
import { full } from 'acorn-walk';
import type { SourcePosition } from '../recording/types.ts';

export type Instrumented = {
  code: string;
  /** Positions by site number. */
  sites: SourcePosition[];
  /** Specifier from which the instrumented code imports its hooks; '' when it was left alone. */
  hooksSpecifier: string;
  /** Translates a position in `code` to the student's text. Line and column count from 1. */
  toOriginal(position: SourcePosition): SourcePosition;
};

type Insertion = { offset: number; text: string; rank: number };
type Call = Node & { callee: Node; arguments: Node[]; optional?: boolean };

/** More sites than this and the run goes on uninstrumented. */
const SITE_LIMIT = 20_000;

export function instrument(file: string, source: string): Instrumented {
  try {
    const tree = parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      locations: true,
      allowHashBang: true,
    });
    return weave(file, source, tree);
  } catch {
    // The engine's own parser reports syntax errors; a syntax that only it knows runs uninstrumented.
    return untouched(source);
  }
}

export function untouched(source: string): Instrumented {
  return { code: source, sites: [], hooksSpecifier: '', toOriginal: (position) => position };
}

function weave(file: string, source: string, tree: Node): Instrumented {
  // The names depend on the text alone, so that two runs are equal; no text can contain its own hash.
  const key = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const prefix = `$${key}`;
  const sites: SourcePosition[] = [];
  const insertions: Insertion[] = [];
  const chains = new Set<Node>();
  const addSite = (node: Node): number => {
    const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
    return sites.push({ file, line, column: column + 1 }) - 1;
  };
  const wrap = (node: Node, before: string, after: string): void => {
    insertions.push({ offset: node.start, text: before, rank: -node.end });
    insertions.push({ offset: node.end, text: after, rank: node.start });
  };

  full(tree, (node) => {
    if (node.type === 'ChainExpression') full(node, (inner) => chains.add(inner));
  });
  full(tree, (node) => {
    if (node.type === 'AwaitExpression') {
      const { argument } = node as Node & { argument: Node };
      wrap(argument, `${prefix}w(${addSite(node)},`, ')');
    } else if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      weaveCall(node, addSite(callPosition(node)));
    }
  });

  function weaveCall(call: Call, site: number): void {
    const last = call.arguments.at(-1);
    const isPlain = !chains.has(call) && call.callee.type !== 'Super' && call.callee.type !== 'Import';
    if (last?.type === 'SpreadElement') {
      const { argument } = last as Node & { argument: Node };
      wrap(argument, `${prefix}a(${site},`, ')');
    } else if (last !== undefined && call.callee.type !== 'Import') {
      wrap(last, `${prefix}a(${site},`, ')');
    }
    // Without an argument to wrap, the site is marked while the outer hook's own first argument is evaluated.
    if (isPlain) wrap(call, `${prefix}m(${last === undefined ? `${prefix}c(${site})` : site},`, ')');
  }

  if (sites.length === 0 || sites.length > SITE_LIMIT) return untouched(source);
  const hooksSpecifier = `interleave:${key}`;
  const header = `import{at as ${prefix}c,arg as ${prefix}a,made as ${prefix}m,wait as ${prefix}w}from"${hooksSpecifier}";`;
  const start = source.startsWith('#!') ? source.length - source.slice(source.indexOf('\n') + 1).length : 0;
  insertions.push({ offset: start, text: header, rank: -Infinity });
  const ordered = insertions.toSorted((a, b) => a.offset - b.offset || compareAt(a, b));
  return {
    code: apply(source, ordered),
    sites,
    hooksSpecifier,
    toOriginal: makeTranslation(source, ordered),
  };
}

/** At one offset: closings of inner nodes first, then closings of outer ones, then openings, outer before inner. */
function compareAt(a: Insertion, b: Insertion): number {
  const aCloses = a.text === ')';
  const bCloses = b.text === ')';
  if (aCloses !== bCloses) return aCloses ? -1 : 1;
  return aCloses ? b.rank - a.rank : a.rank - b.rank;
}

/** Where a reader looks for a call: at the method's name, not at the start of a chain that may be lines above. */
function callPosition(call: Call): Node {
  if (call.callee.type !== 'MemberExpression') return call;
  const { property } = call.callee as Node & { property: Node };
  return property.loc?.start.line === call.loc?.start.line ? call : property;
}

function apply(source: string, ordered: Insertion[]): string {
  let code = '';
  let from = 0;
  for (const { offset, text } of ordered) {
    code += source.slice(from, offset) + text;
    from = offset;
  }
  return code + source.slice(from);
}

function makeTranslation(source: string, ordered: Insertion[]): (position: SourcePosition) => SourcePosition {
  const lineStarts = [0];
  for (let index = source.indexOf('\n'); index !== -1; index = source.indexOf('\n', index + 1))
    lineStarts.push(index + 1);
  return ({ file, line, column }) => {
    const start = lineStarts[line - 1] ?? 0;
    const end = lineStarts[line] ?? source.length + 1;
    let shift = 0;
    for (const { offset, text } of ordered) {
      if (offset < start || offset >= end) continue;
      const wovenStart = offset - start + shift;
      if (wovenStart > column - 1) break;
      if (wovenStart + text.length > column - 1) return { file, line, column: offset - start + 1 };
      shift += text.length;
    }
    return { file, line, column: Math.max(1, column - shift) };
  };
}

// The instrumentation pass: tells the recorder where the code is, who made a promise and what an await waits for.
// Insert-only and on the same line, so that every position can be translated back. Runs in the child, after type erasure.
import { hash } from 'node:crypto';
import { parse, type Node } from 'acorn';
import { full } from 'acorn-walk';
import type { NotAwaited, SourcePosition } from '../recording/types.ts';
import { makeFloatingLookup } from './floating.ts';
import { stepHookLetters, weaveSteps } from './weave-steps.ts';

export type Instrumented = {
  code: string;
  /** Positions by site number. */
  sites: SourcePosition[];
  /** By site number, what is called there: `fetchUser`, `new Promise`, `await`. */
  labels: string[];
  /** Part of every inserted text; in no text of the student's. '' when the code was left alone. */
  key: string;
  /** Whether the text is woven for being stepped through. */
  hasSteps: boolean;
  /** Specifier from which the instrumented code imports its hooks; '' when it was left alone. */
  hooksSpecifier: string;
  /** Translates a position in `code` to the student's text. Line and column count from 1. */
  toOriginal(position: SourcePosition): SourcePosition;
  /** What throws the promise of the call at a position away, where the syntax tells. */
  whyNotAwaited(at: SourcePosition): NotAwaited | undefined;
};

type Insertion = { offset: number; text: string; closes: boolean; rank: number };
type Template = Node & { tag: Node; quasi: { expressions: Node[] } };
type Call = Node & { callee: Node; arguments: Node[]; optional?: boolean };
export type Weaving = {
  marker: string;
  addSite(node: Node, label: string): number;
  insert(insertion: Insertion): void;
  /** Statements at the start of the module. */
  header: string[];
};

const hookLetters = { arg: 'a', made: 'm', none: 'n', wait: 'w' } as const;

/** More sites than this and the run goes on uninstrumented. */
const SITE_LIMIT = 20_000;
const LABEL_LENGTH = 40;
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/** Of a program of several files: the key they share, and how many sites the files before it have. */
export type Part = { key: string; firstSite: number };

/** @param options.steps Whether the run is to be stepped through; more is woven in then. */
export function instrument(
  file: string,
  source: string,
  { key = makeKey(source), firstSite = 0, steps = false }: Partial<Part> & { steps?: boolean } = {},
): Instrumented {
  const part = { key, firstSite };
  try {
    const woven = weave(file, source, parseModule(source), part, steps);
    // The deep weaving puts bodies into blocks, where a few old declarations are not allowed.
    if (steps) parseModule(woven.code);
    return woven;
  } catch {
    if (steps) return instrument(file, source, part);
    // The engine's own parser reports syntax errors; a syntax that only it knows runs uninstrumented.
    return untouched(source);
  }
}

function parseModule(source: string): Node {
  return parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true, allowHashBang: true });
}

export function untouched(source: string): Instrumented {
  return {
    code: source,
    sites: [],
    labels: [],
    key: '',
    hasSteps: false,
    hooksSpecifier: '',
    toOriginal: (position) => position,
    whyNotAwaited: () => undefined,
  };
}

/** A name that the text does not hold. It depends on the text alone, so that two runs are equal. */
export function makeKey(source: string): string {
  for (let salt = 0; ; salt += 1) {
    const key = hash('sha256', `${salt}:${source}`).slice(0, 20);
    if (!source.includes(key)) return key;
  }
}

function weave(
  file: string,
  source: string,
  tree: Node,
  { key, firstSite }: Part,
  hasSteps: boolean,
): Instrumented {
  const marker = `$${key}`;
  const sites: SourcePosition[] = [];
  const labels: string[] = [];
  const insertions: Insertion[] = [];
  const weaving: Weaving = {
    marker,
    addSite(node, label) {
      labels.push(label.slice(0, LABEL_LENGTH));
      const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
      return firstSite + sites.push({ file, line, column: column + 1 }) - 1;
    },
    insert: (insertion) => insertions.push(insertion),
    header: [],
  };
  const unwrapped = findUnwrapped(tree);
  const siteOf = new Map<Node, number>();
  full(tree, (node) => {
    if (node.type === 'AwaitExpression') {
      const { argument } = node as Node & { argument: Node };
      const site = weaving.addSite(node, 'await');
      siteOf.set(node, site);
      if (!hasSteps) wrap(weaving, argument, 'w', site);
    } else if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      siteOf.set(node, weaveCall(weaving, source, node, !unwrapped.has(node)));
    } else if (node.type === 'TaggedTemplateExpression') {
      weaveTemplate(weaving, source, node, !unwrapped.has(node));
    }
  });
  if (hasSteps) weaveSteps(tree, { ...weaving, source, unwrapped, siteOf });
  if (sites.length === 0 || firstSite + sites.length > SITE_LIMIT) return untouched(source);
  const hooksSpecifier = `interleave:${key}`;
  const names = hasSteps ? { ...hookLetters, ...stepHookLetters } : hookLetters;
  const imported = Object.entries(names).map(([name, letter]) => `${name} as ${marker}${letter}`);
  const header = `import{${imported.join()}}from"${hooksSpecifier}";${weaving.header.join('')}`;
  const hashbang = /^#!.*/.exec(source)?.[0] ?? '';
  const start = hashbang === '' ? 0 : endOfLine(source, hashbang.length);
  insertions.push({ offset: start, text: header, closes: true, rank: Infinity });
  const ordered = insertions.toSorted((a, b) => a.offset - b.offset || compareAt(a, b));
  return {
    code: apply(source, ordered),
    sites,
    labels,
    key,
    hasSteps,
    hooksSpecifier,
    toOriginal: makeTranslation(source, ordered),
    whyNotAwaited: makeFloatingLookup(file, tree, placeOfCall),
  };
}

/** `fetchUser`, `api.get`, `new Promise`; of a long chain its last method. */
function calleeText(source: string, { type, callee }: Call): string {
  const name = nameOfCallee(source, callee);
  return (type === 'NewExpression' ? `new ${name}` : name).slice(0, LABEL_LENGTH);
}

function nameOfCallee(source: string, callee: Node): string {
  const { property } = callee as Node & { property?: Node };
  const text = source.slice(callee.start, callee.end);
  const isShort = text.length <= LABEL_LENGTH && /^[\w$.]+$/.test(text);
  return isShort ? text : property === undefined ? '' : source.slice(property.start, property.end);
}

function placeOfCall(call: Node): { line: number; column: number } {
  const { line, column } = callPosition(call as Call).loc?.start ?? { line: 1, column: 0 };
  return { line, column: column + 1 };
}

function endOfLine(source: string, from: number): number {
  return source.startsWith('\r\n', from) ? from + 2 : Math.min(from + 1, source.length);
}

/** `node` becomes `hook(site,node)`. The space keeps `await[1]` two words; a sequence keeps being one argument. */
function wrap({ marker, insert }: Weaving, node: Node, hook: 'a' | 'm' | 'w', site: number): void {
  const isSequence = node.type === 'SequenceExpression';
  const open = ` ${marker}${hook}(${site},${isSequence ? `/*${marker}*/(` : ''}`;
  const close = `/*${marker}*/)`;
  insert({ offset: node.start, text: open, closes: false, rank: -node.end });
  insert({ offset: node.end, text: isSequence ? close + close : close, closes: true, rank: node.start });
}

/** Before the last argument is handed over, or in place of arguments, the site is marked; the result is tagged. */
function weaveCall(weaving: Weaving, source: string, call: Call, isWrapped: boolean): number {
  const site = weaving.addSite(callPosition(call), calleeText(source, call));
  const last = call.arguments.at(-1);
  if (last?.type === 'SpreadElement') {
    wrap(weaving, (last as Node & { argument: Node }).argument, 'a', site);
  } else if (last !== undefined) {
    wrap(weaving, last, 'a', site);
  } else if (source.slice(call.callee.end, call.end).includes('(')) {
    // `new X` has no parentheses to put it in.
    const text = `...${weaving.marker}n(${site})`;
    weaving.insert({ offset: call.end - 1, text, closes: false, rank: 0 });
  }
  if (isWrapped) wrap(weaving, call, 'm', site);
  return site;
}

/** A tag is called with the template's values; a template without any leaves nothing to mark before the call. */
function weaveTemplate(weaving: Weaving, source: string, node: Template, isWrapped: boolean): void {
  const site = weaving.addSite(callPosition({ ...node, callee: node.tag }), nameOfCallee(source, node.tag));
  const last = node.quasi.expressions.at(-1);
  if (last !== undefined) wrap(weaving, last, 'a', site);
  if (isWrapped) wrap(weaving, node, 'm', site);
}

/**
 * Calls whose result is not tagged. Inside an optional chain a wrapper would end the chain's short circuit; and where V8
 * names the expression in its error messages (`f(...).map is not a function`), the wrapper's name would stand there.
 */
function findUnwrapped(tree: Node): Set<Node> {
  const found = new Set<Node>();
  const skip = (node: Node | null | undefined): void => {
    if (node) found.add(node);
  };
  full(tree, (node) => {
    const parts = node as Node & { [part: string]: Node | null | undefined };
    switch (node.type) {
      case 'ChainExpression':
        full(node, skip);
        break;
      case 'CallExpression':
      case 'NewExpression':
        skip(parts['callee']);
        if (parts['callee']?.type === 'Super') skip(node);
        break;
      case 'MemberExpression':
        skip(parts['object']);
        break;
      case 'TaggedTemplateExpression':
        skip(parts['tag']);
        break;
      case 'VariableDeclarator':
        if (isPattern(parts['id'])) skip(parts['init']);
        break;
      case 'AssignmentExpression':
      case 'AssignmentPattern':
        if (isPattern(parts['left'])) skip(parts['right']);
        break;
      case 'ForOfStatement':
      case 'ForInStatement':
        skip(parts['right']);
        break;
      case 'SpreadElement':
      case 'YieldExpression':
        skip(parts['argument']);
        break;
      default:
    }
  });
  return found;
}

function isPattern(node: Node | null | undefined): boolean {
  return node?.type === 'ArrayPattern' || node?.type === 'ObjectPattern';
}

/** At one offset: closings of inner nodes first, then closings of outer ones, then openings, outer before inner. */
function compareAt(a: Insertion, b: Insertion): number {
  if (a.closes !== b.closes) return a.closes ? -1 : 1;
  return a.closes ? b.rank - a.rank : a.rank - b.rank;
}

/** Where a reader looks for a call: at the method's name, not at the start of a chain that may be lines above. */
function callPosition(call: Node & { callee: Node }): Node {
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
  for (const end of source.matchAll(LINE_END)) lineStarts.push(end.index + end[0].length);
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

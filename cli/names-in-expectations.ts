// Names and messages of errors that an expectation spells out. What a scenario makes itself (`rejects: 'Disk full'`) only
// passes through the student's code: it need not be known.
import type { AnyNode, AssignmentProperty, Property } from 'acorn';
import { nodesOf, type Code } from './code.ts';
import { calledName } from './mutants/change.ts';

/** `pieces`: what is certain of it; a template has holes. */
type ExpectedError = { text: string; pieces: string[]; line: number };

export function errorsIn({ tree }: Code): ExpectedError[] {
  const found = nodesOf(tree).flatMap((node) => {
    if (node.type === 'Property') return fromProperty(node);
    if (node.type !== 'CallExpression') return [];
    const [first] = node.arguments;
    if (first === undefined) return [];
    const isMessage = calledName(node.callee) === 'toRejectWith' || isAboutMessage(node.callee);
    return isMessage ? textOf(first) : [];
  });
  return [...new Map(found.map((error) => [error.text, error])).values()];
}

/** `{ message: '…' }` anywhere, and `{ name: 'TimeoutError' }`: other names are those of people and things. */
function fromProperty({ key, value, computed }: Property | AssignmentProperty): ExpectedError[] {
  if (computed || key.type !== 'Identifier') return [];
  if (key.name === 'message') return textOf(value);
  return key.name === 'name' ? textOf(value).filter(({ text }) => /^\w+Error$/.test(text)) : [];
}

/** `expect(result.error.message).toBe('…')` */
function isAboutMessage(callee: AnyNode): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'CallExpression') return false;
  const [actual] = callee.object.arguments;
  return (
    calledName(callee.object.callee) === 'expect' && actual !== undefined && calledName(actual) === 'message'
  );
}

function textOf(node: AnyNode): ExpectedError[] {
  const line = node.loc?.start.line ?? 1;
  if (node.type === 'Literal' && typeof node.value === 'string' && node.value !== '')
    return [{ text: node.value, pieces: [node.value], line }];
  if (node.type !== 'TemplateLiteral') return [];
  const pieces = node.quasis.map(({ value }) => (value.cooked ?? '').trim()).filter((piece) => piece !== '');
  return pieces.length === 0 ? [] : [{ text: pieces.join(' … '), pieces, line }];
}

/** Words of the texts that a scenario holds, and names of its classes such as `RangeError`. */
export function inputWords({ tree }: Code): Set<string> {
  const nodes = nodesOf(tree);
  const texts = nodes.flatMap((node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
    if (node.type === 'TemplateElement') return [node.value.cooked ?? ''];
    return node.type === 'Identifier' ? [node.name] : [];
  });
  const hasNetwork = nodes.some(
    (node) => node.type === 'CallExpression' && calledName(node.callee) === 'fetch',
  );
  const known = hasNetwork ? ['Error', 'TypeError fetch failed'] : ['Error'];
  return new Set([...texts, ...known].flatMap((text) => text.match(WORD) ?? []));
}

const WORD = /\p{L}+/gu;

/**
 * Whether the instructions tell a text. What comes from the scenario may be another word there, a number another number. A
 * text that comes from the scenario altogether only passes through.
 */
export function isTold(
  text: string,
  { inputs, instructions }: { inputs: Set<string>; instructions: string },
): boolean {
  const parts = text.match(/\p{L}+|\d+|\s+|[^\p{L}\d\s]/gu) ?? [];
  const isOwn = (part: string): boolean => /\p{L}/u.test(part) && !inputs.has(part);
  if (!parts.some(isOwn)) return true;
  const patterns = parts.map((part) => {
    if (/\d/.test(part)) return String.raw`\S+?`;
    if (/\s/.test(part)) return String.raw`\s+`;
    return /\p{L}/u.test(part) && !isOwn(part) ? String.raw`[^\n]+?` : escaped(part);
  });
  return new RegExp(patterns.join(''), 'u').test(instructions);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

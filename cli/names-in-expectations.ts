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
  const pieces = toPieces(parts, isOwn);
  return instructions.split('\n').some((line) => holdsInOrder(line.replaceAll(/\s+/g, ' '), pieces));
}

/** The text between what may be something else there. */
function toPieces(parts: string[], isOwn: (part: string) => boolean): string[] {
  const pieces = [''];
  for (const part of parts) {
    const isOther = /\d/.test(part) || (/\p{L}/u.test(part) && !isOwn(part));
    if (isOther) pieces.push('');
    else pieces.push((pieces.pop() ?? '') + part.replaceAll(/\s+/g, ' '));
  }
  return pieces;
}

function holdsInOrder(line: string, pieces: string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    const index = line.indexOf(piece, from);
    if (index === -1) return false;
    from = index + piece.length;
  }
  return true;
}

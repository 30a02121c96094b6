// Names and messages of errors that an expectation spells out. What a scenario makes itself (`rejects: 'Disk full'`) only
// passes through the student's code; it need not be known.
import type { AnyNode, AssignmentProperty, Property } from 'acorn';
import { nodesOf, type Code } from './code.ts';
import { calledName } from './mutants/change.ts';

/** `pieces`: what is certain of it; a template has holes. */
type ExpectedError = { text: string; pieces: string[]; line: number };

export function errorsIn({ tree }: Code, scenarios: Code): ExpectedError[] {
  const nodes = nodesOf(tree);
  const found = nodes.flatMap((node) => {
    if (node.type === 'Property') return fromProperty(node);
    if (node.type !== 'CallExpression') return [];
    const [first] = node.arguments;
    if (first === undefined) return [];
    const isMessage = calledName(node.callee) === 'toRejectWith' || isAboutMessage(node.callee);
    return isMessage ? textOf(first) : [];
  });
  const isInput = makeInputTest(scenarios);
  const errors = found.filter(({ text }) => text !== 'Error' && !isInput(text));
  return [...new Map(errors.map((error) => [error.text, error])).values()];
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

/** Whether a scenario has the text, as a string, as a template that fits, or as a class such as `RangeError`. */
function makeInputTest({ tree }: Code): (text: string) => boolean {
  const nodes = nodesOf(tree);
  const texts = nodes.flatMap((node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
    return node.type === 'Identifier' ? [node.name] : [];
  });
  const patterns = nodes.flatMap((node) => {
    if (node.type !== 'TemplateLiteral') return [];
    const parts = node.quasis.map(({ value }) => escaped(value.cooked ?? ''));
    return parts.every((part) => part === '') ? [] : [new RegExp(`^${parts.join('.*')}$`, 's')];
  });
  const network = nodes.some((node) => node.type === 'CallExpression' && calledName(node.callee) === 'fetch');
  const known = new Set(network ? [...texts, 'fetch failed', 'TypeError'] : texts);
  return (text) => known.has(text) || patterns.some((pattern) => pattern.test(text));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

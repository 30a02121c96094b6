// The words that the operators share: a change is some edits of the text, and what they do to it.
import type { AnyNode } from 'acorn';

export type Edit = { start: number; end: number; text: string };

export type Change = {
  /** In a few words; with the line, what an author names a survivor by. */
  what: string;
  /** The node that it happens to: its line is the change's. */
  at: AnyNode;
  edits: Edit[];
  /** Why the language gives the same for both, but for the ticks that it takes. */
  equivalent?: string;
};

/** A node with what is around it: `parents` from the nearest outwards. */
export type Place = { source: string; parents: AnyNode[] };

/** What could be done to one node. */
export type Operator = (node: AnyNode, place: Place) => Change[];

const EXCERPT_LENGTH = 60;

/** A node's text in one line, cut where it is long. */
export function excerpt({ source }: Place, { start, end }: { start: number; end: number }): string {
  const text = source.slice(start, end).replace(/\s+/g, ' ').replace(/ ;$/, ';');
  return text.length <= EXCERPT_LENGTH ? `\`${text}\`` : `\`${text.slice(0, EXCERPT_LENGTH)}…\``;
}

export function replace({ start, end }: AnyNode, text: string): Edit {
  return { start, end, text };
}

export function applyEdits(source: string, edits: Edit[]): string {
  let text = '';
  let from = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    text += source.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return text + source.slice(from);
}

export function isFunction(node: AnyNode | undefined): boolean {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  );
}

/** `Promise.all` gives `all`; '' for every other callee. */
export function promiseMethod(callee: AnyNode): string {
  if (callee.type !== 'MemberExpression' || callee.computed) return '';
  const { object, property } = callee;
  if (object.type !== 'Identifier' || object.name !== 'Promise') return '';
  return property.type === 'Identifier' ? property.name : '';
}

/** The last name of a callee: `clearTimeout`, and `abort` of `controller.abort`. */
export function calledName(callee: AnyNode): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed) return '';
  return callee.property.type === 'Identifier' ? callee.property.name : '';
}

// Changes to what is waited for, and how: an `await` less, another way to make one promise of many, one after the other
// instead of together and the other way round.
import type { AnyNode, CallExpression, Expression, ForOfStatement, SpreadElement } from 'acorn';
import { base, full } from 'acorn-walk';
import {
  calledName,
  excerpt,
  isFunction,
  promiseMethod,
  replace,
  type Change,
  type Place,
} from './change.ts';

export function dropAwait(node: AnyNode, place: Place): Change[] {
  const { source } = place;
  switch (node.type) {
    case 'AwaitExpression': {
      const edits = [{ start: node.start, end: node.argument.start, text: '' }];
      const what = `drop \`await\` before ${excerpt(place, node.argument)}`;
      return [{ what, at: node, edits, ...(isReturned(place) ? { equivalent: RETURNED } : {}) }];
    }
    case 'ForOfStatement': {
      const head = /^for\s+await/.exec(source.slice(node.start, node.end));
      if (!node.await || head === null) return [];
      const edits = [{ start: node.start, end: node.start + head[0].length, text: 'for' }];
      return [{ what: `drop the \`await\` of \`for await\``, at: node, edits }];
    }
    case 'VariableDeclaration': {
      const { kind, start } = node;
      if (kind !== 'using' && kind !== 'await using') return [];
      const edit = (text: string): Change[] => [
        {
          what: `\`${kind}\` → \`${text}\``,
          at: node,
          edits: [{ start, end: start + kind.length, text }],
        },
      ];
      return [...(kind === 'await using' ? edit('using') : []), ...edit('const')];
    }
    default:
      return [];
  }
}

const RETURNED = 'outside of `try`, an async function waits for what it returns, with or without `await`';

/** What comes next for the value is the function's own promise: no `try` or `using` of it is in between. */
function isReturned({ parents }: Place): boolean {
  const around = parents.findIndex((parent) => isFunction(parent));
  const inside = parents.slice(0, around);
  const [first = parents[around]] = inside;
  if (around === -1 || (first?.type !== 'ReturnStatement' && first?.type !== 'ArrowFunctionExpression'))
    return false;
  return !inside.some((parent) => parent.type === 'TryStatement' || hasUsing(parent));
}

function hasUsing(node: AnyNode): boolean {
  if (node.type !== 'BlockStatement') return false;
  return node.body.some((one) => one.type === 'VariableDeclaration' && one.kind.endsWith('using'));
}

const combinators = ['all', 'race', 'any', 'allSettled'];

export function swapCombinator(node: AnyNode): Change[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
  const { property } = node.callee;
  const method = promiseMethod(node.callee);
  if (!combinators.includes(method)) return [];
  return combinators
    .filter((other) => other !== method)
    .map((other) => ({
      what: `\`Promise.${method}\` → \`Promise.${other}\``,
      at: node,
      edits: [replace(property, other)],
    }));
}

/** `Promise.all(items.map(f))` and `Promise.all([a(), b()])`, each begun only when the one before it is done. */
export function togetherToLoop(node: AnyNode, place: Place): Change[] {
  if (node.type !== 'CallExpression') return [];
  const method = promiseMethod(node.callee);
  const [list] = node.arguments;
  if ((method !== 'all' && method !== 'allSettled') || list === undefined) return [];
  const text =
    list.type === 'ArrayExpression' ? inTurn(method, list.elements, place) : overItems(method, list, place);
  if (text === null) return [];
  return [{ what: `\`Promise.${method}\` → one after another`, at: node, edits: [replace(node, text)] }];
}

function inTurn(
  method: string,
  elements: (Expression | SpreadElement | null)[],
  place: Place,
): string | null {
  if (elements.length < 2 || elements.some((one) => one === null || one.type === 'SpreadElement'))
    return null;
  const each = elements.map((one) => (one === null ? '' : oneOf(method, textOf(place, one))));
  return `(async () => [${each.join(', ')}])()`;
}

function overItems(method: string, list: Expression | SpreadElement, place: Place): string | null {
  const parts = list.type === 'CallExpression' ? itemsAndTask(list, place) : null;
  if (parts === null) return null;
  const { items, task } = parts;
  const push = oneOf(method, `(${task})(item, index)`);
  return `(async () => { const list = []; for (const [index, item] of [...${items}].entries()) list.push(${push}); return list; })()`;
}

/** Of `items.map(task)` and `Array.from(items, task)`. */
function itemsAndTask(call: CallExpression, place: Place): { items: string; task: string } | null {
  const [first, second] = call.arguments;
  if (call.callee.type !== 'MemberExpression' || first === undefined) return null;
  const { object } = call.callee;
  const name = calledName(call.callee);
  if (name === 'map') return { items: textOf(place, object), task: textOf(place, first) };
  if (name !== 'from' || second === undefined) return null;
  return { items: `Array.from(${textOf(place, first)})`, task: textOf(place, second) };
}

function oneOf(method: string, promise: string): string {
  return method === 'all' ? `await ${promise}` : `...(await Promise.allSettled([${promise}]))`;
}

/** `for (const item of items) { … await … }`, all at once. */
export function loopToTogether(node: AnyNode, place: Place): Change[] {
  if (node.type !== 'ForOfStatement' || node.await || !isAsync(place) || !mayRunTogether(node)) return [];
  const { left, right, body } = node;
  if (left.type !== 'VariableDeclaration') return [];
  const [declared] = left.declarations;
  if (declared === undefined) return [];
  const task = `async (${textOf(place, declared.id)}) => { ${textOf(place, body)} }`;
  const text = `await Promise.all(Array.from(${textOf(place, right)}, ${task}));`;
  return [{ what: 'one after another → `Promise.all`', at: node, edits: [replace(node, text)] }];
}

function isAsync({ parents }: Place): boolean {
  const around = parents.find((parent) => isFunction(parent));
  return around === undefined || ('async' in around && around.async);
}

const leaves = ['ReturnStatement', 'BreakStatement', 'ContinueStatement', 'YieldExpression'];
const ownCode = { ...base, Function: () => {} };

/** It waits, and no statement of its body leaves it. */
function mayRunTogether({ body }: ForOfStatement): boolean {
  const types = new Set<string>();
  full(body, (node) => types.add(node.type), ownCode);
  return types.has('AwaitExpression') && !leaves.some((type) => types.has(type));
}

function textOf({ source }: Place, { start, end }: AnyNode): string {
  return source.slice(start, end);
}

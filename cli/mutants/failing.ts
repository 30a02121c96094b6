// Changes to what happens when something fails, and to what is cleaned up afterwards.
import type { AnyNode, CallExpression } from 'acorn';
import { calledName, excerpt, replace, type Change, type Place } from './change.ts';

export function dropCatch(node: AnyNode, { source }: Place): Change[] {
  if (node.type !== 'TryStatement' || !node.handler) return [];
  const { block, handler, finalizer } = node;
  const text = source.slice(block.start, block.end);
  const edits = finalizer ? [{ start: handler.start, end: handler.end, text: '' }] : [replace(node, text)];
  return [{ what: 'drop `catch`', at: handler, edits }];
}

export function dropFinally(node: AnyNode, { source }: Place): Change[] {
  if (node.type !== 'TryStatement' || !node.finalizer) return [];
  const { block, handler, finalizer } = node;
  const edits = handler
    ? [{ start: handler.end, end: finalizer.end, text: '' }]
    : [replace(node, source.slice(block.start, block.end))];
  return [{ what: 'drop `finally`', at: finalizer, edits }];
}

/** `.catch(…)`, `.finally(…)` and the second argument of `.then(…, …)`. */
export function dropCatchCall(node: AnyNode): Change[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
  const { object, property } = node.callee;
  const name = calledName(node.callee);
  if (name !== 'catch' && name !== 'finally') return [];
  return [
    {
      what: `drop \`.${name}(…)\``,
      at: property,
      edits: [{ start: object.end, end: node.end, text: '' }],
    },
  ];
}

const cleanUps = new Set([
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'removeEventListener',
  'off',
  'removeListener',
  'abort',
]);

/** A call that cleans up, where it is no statement of its own: `.finally(() => clearTimeout(timer))`. */
export function dropCleanUp(node: AnyNode, place: Place): Change[] {
  if (node.type !== 'CallExpression' || place.parents[0]?.type === 'ExpressionStatement') return [];
  if (!cleanUps.has(calledName(node.callee)) && !listensToAbort(node)) return [];
  return [{ what: `drop ${excerpt(place, node)}`, at: node, edits: [replace(node, 'undefined')] }];
}

function listensToAbort({ callee, arguments: [type] }: CallExpression): boolean {
  return calledName(callee) === 'addEventListener' && type?.type === 'Literal' && type.value === 'abort';
}

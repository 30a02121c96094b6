// Changes to what is handed over: the last argument of a call less, or one option of it.
import type { AnyNode } from 'acorn';
import { calledName, excerpt, isFunction, promiseMethod, type Change, type Place } from './change.ts';

export function dropArgument(node: AnyNode, place: Place): Change[] {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  const last = node.arguments.at(-1);
  const before = node.arguments.at(-2);
  if (last === undefined) return [];
  // Without it there is nothing left to call: no student would hand that in.
  if (before === undefined && (isFunction(last) || promiseMethod(node.callee) !== '')) return [];
  const start = before === undefined ? last.start : before.end;
  const name = calledName(node.callee);
  const of = name === '' ? 'a call' : `\`${name}(…)\``;
  return [
    {
      what: `drop the argument ${excerpt(place, last)} of ${of}`,
      at: last,
      edits: [{ start, end: last.end, text: '' }],
    },
  ];
}

/** `{ once: true, signal }` without one of the two; of a single option, the whole argument is dropped. */
export function dropOption(node: AnyNode, place: Place): Change[] {
  const [call] = place.parents;
  if (node.type !== 'ObjectExpression' || node.properties.length < 2) return [];
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return [];
  return node.properties.map((property, index) => {
    const next = node.properties[index + 1];
    const before = node.properties[index - 1];
    const start = next === undefined ? (before?.end ?? property.start) : property.start;
    const end = next?.start ?? property.end;
    return {
      what: `drop the option ${excerpt(place, property)}`,
      at: property,
      edits: [{ start, end, text: '' }],
    };
  });
}

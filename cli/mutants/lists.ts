// Lists in which something is missing, or comes in the wrong order.
import type { AnyNode } from 'acorn';
import { excerpt, replace, type Change, type Place } from './change.ts';

export function swapElements(node: AnyNode, place: Place): Change[] {
  if (node.type !== 'ArrayExpression') return [];
  const { source } = place;
  return node.elements.flatMap((first, index) => {
    const second = node.elements[index + 1];
    if (!first || !second) return [];
    const edits = [
      replace(first, source.slice(second.start, second.end)),
      replace(second, source.slice(first.start, first.end)),
    ];
    return [{ what: `swap ${excerpt(place, first)} and ${excerpt(place, second)}`, at: first, edits }];
  });
}

/** Of two or more: to hand over an empty list is another kind of mistake. */
export function dropElement(node: AnyNode, place: Place): Change[] {
  if (node.type !== 'ArrayExpression' || node.elements.length < 2) return [];
  return node.elements.flatMap((element, index) => {
    const next = node.elements[index + 1];
    const before = node.elements[index - 1];
    if (!element) return [];
    const edit = next
      ? { start: element.start, end: next.start, text: '' }
      : { start: before?.end ?? element.start, end: element.end, text: '' };
    return [{ what: `drop ${excerpt(place, element)} from the list`, at: element, edits: [edit] }];
  });
}

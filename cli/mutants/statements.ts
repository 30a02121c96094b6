// Statements that are missing, and statements that come in the wrong order.
import type { AnyNode, Statement } from 'acorn';
import { commute } from './commute.ts';
import { excerpt, replace, type Change, type Place } from './change.ts';

export function dropStatement(node: AnyNode, place: Place): Change[] {
  const change = (text: string): Change[] => [
    { what: `drop ${excerpt(place, node)}`, at: node, edits: [replace(node, text)] },
  ];
  switch (node.type) {
    case 'ExpressionStatement':
      return node.directive === undefined ? change(';') : [];
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return change(';');
    case 'ReturnStatement': {
      const { argument } = node;
      if (!argument) return change(';');
      const text = `(${place.source.slice(argument.start, argument.end)});`;
      return [
        {
          what: `drop the \`return\` of ${excerpt(place, argument)}`,
          at: node,
          edits: [replace(node, text)],
        },
      ];
    }
    default:
      return [];
  }
}

/** Each statement of a list with the one after it. */
export function swapStatements(node: AnyNode, place: Place): Change[] {
  const list = statementsOf(node);
  return list.flatMap((first, index) => {
    const second = list[index + 1];
    if (second === undefined || !mayMove(first) || !mayMove(second) || commute(list, index)) return [];
    const edits = [
      replace(first, place.source.slice(second.start, second.end)),
      replace(second, place.source.slice(first.start, first.end)),
    ];
    return [{ what: `swap ${excerpt(place, first)} and ${excerpt(place, second)}`, at: first, edits }];
  });
}

function statementsOf(node: AnyNode): AnyNode[] {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
      return node.body;
    case 'SwitchCase':
      return node.consequent;
    default:
      return [];
  }
}

/** Functions, imports and exports mean the same wherever they stand; behind a jump nothing runs, as if it were dropped. */
const fixed: ReadonlySet<AnyNode['type']> = new Set<(Statement | AnyNode)['type']>([
  'FunctionDeclaration',
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'ExportAllDeclaration',
  'EmptyStatement',
  'ReturnStatement',
  'ThrowStatement',
  'BreakStatement',
  'ContinueStatement',
]);

function mayMove({ type }: AnyNode): boolean {
  return !fixed.has(type);
}

// The mutants of a right answer: each is the answer with one small change that somebody could have made. A test suite that
// tells right from wrong fails each of them, unless the change changes nothing.
import type { AnyNode } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { parseCode, type Code } from '../code.ts';
import { dropArgument, dropOption } from './arguments.ts';
import { dropElement, swapElements } from './lists.ts';
import { applyEdits, type Change, type Operator } from './change.ts';
import { dropCatch, dropCatchCall, dropCleanUp, dropFinally } from './failing.ts';
import { dropStatement, swapStatements } from './statements.ts';
import { changeNumber, changeOperator, negateCondition } from './values.ts';
import { dropAwait, loopToTogether, swapCombinator, togetherToLoop } from './waiting.ts';

export type Mutant = Pick<Change, 'what' | 'equivalent'> & { line: number; source: string };

const operators: Operator[] = [
  dropAwait,
  swapCombinator,
  togetherToLoop,
  loopToTogether,
  dropCatch,
  dropFinally,
  dropCatchCall,
  dropCleanUp,
  changeNumber,
  changeOperator,
  negateCondition,
  dropArgument,
  dropOption,
  swapElements,
  dropElement,
  dropStatement,
  swapStatements,
];

/**
 * @param source JavaScript that parses.
 * @returns in order of their lines. None has a syntax error; no two have the same tokens, and none has those of the source.
 */
export function mutate(source: string): Mutant[] {
  const code = parseCode(source);
  const seen = new Set([code.tokens.join('\0')]);
  const mutants: Mutant[] = [];
  for (const change of findChanges(code)) {
    const changed = applyEdits(source, change.edits);
    const tokens = tokensOf(changed);
    if (tokens === null || seen.has(tokens)) continue;
    seen.add(tokens);
    const { what, at, edits: _, ...rest } = change;
    mutants.push({ what, line: at.loc?.start.line ?? 1, source: changed, ...rest });
  }
  return numbered(mutants.toSorted((one, other) => one.line - other.line));
}

function findChanges({ source, tree }: Code): Change[] {
  const changes: Change[] = [];
  const seen = new Set<AnyNode>();
  fullAncestor(tree, (node, _, ancestors) => {
    if (seen.has(node)) return;
    seen.add(node);
    const parents = ancestors.filter((one) => one !== node).toReversed();
    for (const operator of operators) changes.push(...operator(node, { source, parents }));
  });
  return changes;
}

/** Null where the text does not parse. */
function tokensOf(source: string): string | null {
  try {
    return parseCode(source).tokens.join('\0');
  } catch {
    return null;
  }
}

/** Two changes of one line that read alike are told apart by a number. */
function numbered(mutants: Mutant[]): Mutant[] {
  const counts = new Map<string, number>();
  return mutants.map((mutant) => {
    const key = `${mutant.line} ${mutant.what}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? mutant : { ...mutant, what: `${mutant.what} (${count})` };
  });
}

// JavaScript as a tree and as a row of tokens: what is said about the text of an answer goes by these, not by its spaces.
import { stripTypeScriptTypes } from 'node:module';
import { parse, type AnyNode, type Program, type Token } from 'acorn';
import { full } from 'acorn-walk';

export type Code = { source: string; tree: Program; tokens: string[] };

/** @throws SyntaxError when it does not parse. */
export function parseCode(source: string): Code {
  const found: Token[] = [];
  const tree = parse(source, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    allowHashBang: true,
    locations: true,
    onToken: found,
  });
  return { source, tree, tokens: found.map(({ start, end }) => source.slice(start, end)) };
}

/** TypeScript without its types, every character where it was. @throws SyntaxError */
export function eraseTypes(file: string, source: string): string {
  if (!file.endsWith('.ts')) return source;
  const warn = process.emitWarning.bind(process);
  // Node says once that its eraser is experimental, which is nothing to an author.
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}

/** Every node below, the node included. */
export function nodesOf(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  full(node, (one) => found.push(one));
  return found;
}

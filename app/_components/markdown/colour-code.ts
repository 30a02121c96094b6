// A rehype plugin: code blocks in JavaScript and TypeScript get the token classes of the editor.
import { tokenize, type CodeToken } from '#app/_components/editor/code-tokens.ts';

/** As much of a hast node as is needed here. */
type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: { [name: string]: unknown };
  children?: Node[];
};

const PATHS: { [language: string]: string } = {
  js: 'code.js',
  javascript: 'code.js',
  ts: 'code.ts',
  typescript: 'code.ts',
};

export function colourCode(): (tree: Node) => void {
  return colourIn;
}

function colourIn(node: Node): void {
  const path = node.tagName === 'code' ? pathOf(node) : undefined;
  const text = node.children?.[0]?.value;
  if (path !== undefined && text !== undefined) {
    node.children = tokenize(text, path).flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: 'text', value: '\n' }]),
      ...line.map(toNode),
    ]);
    return;
  }
  for (const child of node.children ?? []) colourIn(child);
}

function pathOf(node: Node): string | undefined {
  const classes = node.properties?.['className'];
  const language = Array.isArray(classes) ? String(classes[0]).replace('language-', '') : '';
  return PATHS[language];
}

function toNode({ text, className }: CodeToken): Node {
  const value = { type: 'text', value: text };
  if (className === '') return value;
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: className.split(' ') },
    children: [value],
  };
}

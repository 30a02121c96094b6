// Markdown as a tree with positions: enough to tell text from code.
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

export type MarkdownTree = ReturnType<typeof parser.parse>;
export type MarkdownNode = MarkdownTree | MarkdownTree['children'][number];

export function parseMarkdown(source: string): MarkdownTree {
  return parser.parse(source);
}

/** Every node, a parent before its children. */
export function allNodes(node: MarkdownNode): MarkdownNode[] {
  return 'children' in node ? [node, ...node.children.flatMap(allNodes)] : [node];
}

/** Where a node stands in the source; lines count from 1. */
export function placeOf({ position }: MarkdownNode): { start: number; end: number; line: number } {
  return {
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
    line: position?.start.line ?? 1,
  };
}

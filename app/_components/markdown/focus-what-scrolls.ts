// A rehype plugin: what may be wider than the column scrolls, and must be reachable by keyboard for that.

/** As much of a hast node as is needed here. */
type Node = { type: string; tagName?: string; properties?: { [name: string]: unknown }; children?: Node[] };

export function focusWhatScrolls(): (tree: Node) => void {
  return visit;
}

function visit(node: Node): void {
  if (node.tagName === 'pre' || node.tagName === 'table') {
    node.properties = { ...node.properties, tabIndex: 0 };
  }
  for (const child of node.children ?? []) visit(child);
}

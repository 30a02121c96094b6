// Source text → lines of tokens, with the grammar and the classes of the editor. Works in the browser and on the server.
import { parser } from '@lezer/javascript';
import { classHighlighter, highlightCode } from '@lezer/highlight';

/** `className` is `''` for text without a role, else e.g. `tok-keyword`. */
export type CodeToken = { text: string; className: string };
export type CodeLine = CodeToken[];

const javascript = parser.configure({ dialect: 'jsx' });
const typescript = parser.configure({ dialect: 'ts' });

/** @param path Decides the language: `.ts` is TypeScript. */
export function tokenize(source: string, path: string): CodeLine[] {
  const grammar = path.endsWith('.ts') ? typescript : javascript;
  const lines: CodeLine[] = [[]];
  highlightCode(
    source,
    grammar.parse(source),
    classHighlighter,
    (text, className) => lines.at(-1)?.push({ text, className }),
    () => lines.push([]),
  );
  return lines;
}

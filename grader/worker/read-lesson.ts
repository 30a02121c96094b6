// A lesson's folder, read and checked before anything in it is run: front matter, snippets, placeholders, links.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { networkSchema, simulateSchema } from './equipment-fields.ts';
import { ContentError } from './errors.ts';
import { learningFields, readFrontMatter, type FrontMatter } from './front-matter.ts';
import type { SnippetEnd } from './lesson.ts';
import { findTypedNumbers, typedNumbersIn } from './lesson-text.ts';
import { allNodes, parseMarkdown, placeOf, type MarkdownNode, type MarkdownTree } from './markdown-tree.ts';
import { readInside } from './read-inside.ts';

/** Two screens. */
const WORD_LIMIT = 450;
const SNIPPET_LIMIT = 3;
const SNIPPET_LINE_LIMIT = 20;

const schema = z.strictObject({
  ...learningFields,
  simulate: simulateSchema.default({}),
  network: networkSchema.exactOptional(),
});

export type LessonFields = z.infer<typeof schema>;

/** A fenced block that is run. `line` is that of its fence, in the file. */
export type Snippet = {
  name: string;
  language: 'js' | 'ts';
  source: string;
  ends: SnippetEnd;
  line: number;
  start: number;
  end: number;
};

export type Link = { url: string; text: string; line: number };

export type ReadLesson = {
  matter: FrontMatter<LessonFields>;
  tree: MarkdownTree;
  snippets: Snippet[];
  links: Link[];
  /** Where the last paragraph sends the reader. */
  next: Link | undefined;
  words: number;
};

/** @throws ContentError with one problem for each thing that is wrong. */
export function readLesson(folder: string): ReadLesson {
  const id = path.basename(folder);
  const file = path.join(folder, 'lesson.md');
  if (!existsSync(file)) throw new ContentError(`Lesson "${id}"`, [`${file} does not exist`]);
  const problems: string[] = [];
  const text = readInside(folder, 'lesson.md');
  const matter = readFrontMatter({ text, file: 'lesson.md', folder: id }, schema, problems);
  if (matter === null) throw new ContentError(`Lesson "${id}"`, problems);
  const lesson = readBody(matter, problems);
  if (problems.length > 0) throw new ContentError(`Lesson "${id}"`, problems);
  return lesson;
}

function readBody(matter: FrontMatter<LessonFields>, problems: string[]): ReadLesson {
  const tree = parseMarkdown(matter.body);
  const report = (node: { line: number }, problem: string): void => {
    problems.push(`lesson.md: line ${matter.bodyLine + node.line - 1}: ${problem}`);
  };
  const lineOf = ({ line }: { line: number }): number => matter.bodyLine + line - 1;
  const snippets = readSnippets(tree, report).map((snippet) => ({ ...snippet, line: lineOf(snippet) }));
  const links = allNodes(tree).flatMap(toLink);
  const last = tree.children.at(-1);
  const next = (last?.type === 'paragraph' ? allNodes(last) : []).flatMap(toLink).at(-1);
  const words = countWords(tree);
  if (words > WORD_LIMIT) problems.push(`lesson.md: ${words} words; expected at most ${WORD_LIMIT}`);
  if (next === undefined || !next.url.startsWith('/exercises/')) {
    const place = { line: last === undefined ? 1 : placeOf(last).line };
    report(place, 'expected the lesson to end with a link to an exercise: [title](/exercises/<id>)');
  }
  refuseHeadings(tree, report);
  refuseTypedNumbers(matter, tree, report, problems);
  refuseUnused(matter, snippets, problems);
  const place = (link: Link): Link => ({ ...link, line: lineOf(link) });
  return { matter, tree, snippets, links: links.map(place), next: next && place(next), words };
}

type Report = (node: { line: number }, problem: string) => void;

const languages: { [tag: string]: 'js' | 'ts' | undefined } = {
  js: 'js',
  javascript: 'js',
  mjs: 'js',
  ts: 'ts',
  typescript: 'ts',
};
const ends = ['threw', 'never-settled', 'unhandled-rejection'] as const;

function readSnippets(tree: MarkdownTree, report: Report): Snippet[] {
  const snippets = allNodes(tree).flatMap((node) => readSnippet(node, tree, report));
  for (const [index, { name, line }] of snippets.entries()) {
    if (snippets.findIndex((other) => other.name === name) < index)
      report({ line }, `a snippet "${name}" is there already`);
  }
  const beyond = snippets[SNIPPET_LIMIT];
  if (beyond !== undefined) report(beyond, `a lesson has at most ${SNIPPET_LIMIT} snippets`);
  return snippets;
}

function readSnippet(node: MarkdownNode, tree: MarkdownTree, report: Report): Snippet[] {
  if (node.type !== 'code') return [];
  const place = placeOf(node);
  const language = Object.hasOwn(languages, node.lang ?? '') ? languages[node.lang ?? ''] : undefined;
  if (language === undefined) {
    if (node.lang === null || node.lang === undefined)
      report(place, 'a fenced block without a language; expected one such as ```js run=<name>');
    else if (node.meta?.includes('run=') === true)
      report(place, `a block of ${node.lang} cannot be run; expected js or ts`);
    return [];
  }
  const options = readOptions(node.meta ?? '', (problem) => report(place, problem));
  if (options === null) return [];
  const lines = node.value.split('\n').length;
  if (lines > SNIPPET_LINE_LIMIT)
    report(place, `snippet "${options.name}" has ${lines} lines; expected at most ${SNIPPET_LINE_LIMIT}`);
  if (!tree.children.some((child) => child === node))
    report(
      place,
      `snippet "${options.name}" stands inside of a list or quotation; expected it at the margin`,
    );
  return [{ ...options, language, source: `${node.value}\n`, ...place }];
}

/** `run=one-by-one ends=threw`. */
function readOptions(
  meta: string,
  report: (problem: string) => void,
): { name: string; ends: SnippetEnd } | null {
  const words = meta.split(/\s+/).filter((word) => word !== '');
  let name = '';
  let end: SnippetEnd = 'returned';
  for (const word of words) {
    const [option, value = ''] = word.split('=');
    const found = ends.find((known) => known === value);
    if (option === 'run') name = value;
    else if (option === 'ends' && found !== undefined) end = found;
    else if (option === 'ends') report(`"${word}"; expected ends= with one of: ${ends.join(', ')}`);
    else report(`"${word}" means nothing; expected run=<name> and perhaps ends=<how>`);
  }
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return { name, ends: end };
  report('JavaScript that is not run; expected ```js run=<name>, with lower-case words joined by hyphens');
  return null;
}

function toLink(node: MarkdownNode): Link[] {
  if (node.type !== 'link') return [];
  const text = allNodes(node).map((child) => ('value' in child ? child.value : ''));
  return [{ url: node.url, text: text.join(''), line: placeOf(node).line }];
}

function countWords(tree: MarkdownTree): number {
  const texts = allNodes(tree).flatMap((node) =>
    node.type === 'text' || node.type === 'inlineCode' ? [node.value] : [],
  );
  return texts.join(' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}

function refuseHeadings(tree: MarkdownTree, report: Report): void {
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 1)
      report(placeOf(node), 'a heading of level 1; the title is that, begin with ##');
  }
}

const WHY_TYPED = 'is typed in; take it from a run, as in {{<snippet>.took}}';

function refuseTypedNumbers(
  { fields, lineOf }: FrontMatter<LessonFields>,
  tree: MarkdownTree,
  report: Report,
  problems: string[],
): void {
  for (const found of findTypedNumbers(tree)) report(found, `"${found.text}" ${WHY_TYPED}`);
  for (const field of ['title', 'description'] as const) {
    for (const { text } of typedNumbersIn(fields[field]))
      problems.push(`lesson.md: line ${lineOf(field)}: field "${field}": "${text}" is a number about a run`);
  }
}

function refuseUnused(
  { fields, lineOf }: FrontMatter<LessonFields>,
  snippets: Snippet[],
  problems: string[],
): void {
  for (const name of Object.keys(fields.simulate)) {
    const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
    if (!snippets.some(({ source }) => word.test(source)))
      problems.push(
        `lesson.md: line ${lineOf('simulate', name)}: field "simulate.${name}": no snippet calls it`,
      );
  }
}

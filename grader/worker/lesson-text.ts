// The numbers in a lesson: each is a placeholder that is filled in from the run of a snippet; none is typed in.
import { isSimulated } from '../recording/simulated.ts';
import type { Recording } from '../recording/types.ts';
import type { RunSnippet } from './lesson.ts';
import { allNodes, placeOf, type MarkdownTree } from './markdown-tree.ts';

const PLACEHOLDER = /\{\{([^{}\n]*)\}\}/g;

/** A number with a unit of time, or a factor: `200 ms`, `1.5 seconds`, `3 times faster`. */
const TYPED_NUMBER =
  /(?<![\w.,])\d[\d.,]*[\s\u00a0\u202f-]?(?:ms|milliseconds?|s|secs?|seconds?|min|minutes?|(?:times|x|×) (?:as|faster|slower|longer|shorter|quicker|the))(?!\w)/giu;

export type Placeholder = { start: number; end: number; text: string; line: number; isCode: boolean };

/** Placeholders outside of fenced code, in order. */
export function findPlaceholders(source: string, tree: MarkdownTree): Placeholder[] {
  const nodes = allNodes(tree);
  const inside = (type: string, offset: number): boolean =>
    nodes.some((node) => node.type === type && placeOf(node).start <= offset && offset < placeOf(node).end);
  return [...source.matchAll(PLACEHOLDER)]
    .filter(({ index }) => !inside('code', index))
    .map(({ index, 0: whole, 1: text = '' }) => ({
      start: index,
      end: index + whole.length,
      text: text.trim(),
      line: source.slice(0, index).split('\n').length,
      isCode: inside('inlineCode', index),
    }));
}

/** Numbers about time that somebody typed into running text. */
export function findTypedNumbers(tree: MarkdownTree): { text: string; line: number }[] {
  return allNodes(tree).flatMap((node) => {
    if (node.type !== 'text') return [];
    const text = node.value.replaceAll(PLACEHOLDER, (all) => ' '.repeat(all.length));
    return typedNumbersIn(text).map(({ text: found, index }) => ({
      text: found,
      line: placeOf(node).line + text.slice(0, index).split('\n').length - 1,
    }));
  });
}

export function typedNumbersIn(text: string): { text: string; index: number }[] {
  return [...text.matchAll(TYPED_NUMBER)].map(({ index, 0: found }) => ({ text: found, index }));
}

/**
 * What a placeholder stands for.
 *
 * @param text `one-by-one.took`, `ratio:one-by-one,together`, `one-by-one.line:2`.
 * @throws RangeError that says what is wrong with it.
 */
export function valueOf(text: string, snippets: ReadonlyMap<string, RunSnippet>): string {
  const ratio = /^ratio:\s*([^,]+?)\s*,\s*([^,]+?)$/.exec(text);
  if (ratio !== null) return ratioOf(find(ratio[1] ?? '', snippets), find(ratio[2] ?? '', snippets));
  const [, name = '', field = '', index] = /^([^.]*)\.([A-Za-z]+)(?::(\d+))?$/.exec(text) ?? [];
  if (field === '') throw new RangeError(`expected {{<snippet>.<field>}} or {{ratio:<snippet>,<snippet>}}`);
  const snippet = find(name, snippets);
  const read = index === undefined && Object.hasOwn(fields, field) ? fields[field] : undefined;
  const readLine = index !== undefined && Object.hasOwn(lineFields, field) ? lineFields[field] : undefined;
  if (read !== undefined) return read(snippet);
  if (readLine !== undefined) return readLine(snippet, Number(index));
  throw new RangeError(`there is no field "${field}"; expected ${KNOWN}`);
}

function find(name: string, snippets: ReadonlyMap<string, RunSnippet>): RunSnippet {
  const snippet = snippets.get(name);
  if (snippet !== undefined) return snippet;
  const known = [...snippets.keys()];
  const expected = known.length === 0 ? 'there is none' : `expected one of: ${known.join(', ')}`;
  throw new RangeError(`there is no snippet "${name}"; ${expected}`);
}

const fields: { [field: string]: ((snippet: RunSnippet) => string) | undefined } = {
  took: (snippet) => durationText(snippet.tookMs),
  ms: (snippet) => String(snippet.tookMs),
  over: ({ recording }) => durationText(recording.virtualMs),
  inFlight: ({ recording }) => String(recording.maximumInFlight),
  calls: ({ recording }) => String(callsOf(recording)),
  longestBlock: ({ recording }) => durationText(recording.longestBlockMs),
  error: errorOf,
};

const lineFields: { [field: string]: ((snippet: RunSnippet, index: number) => string) | undefined } = {
  line: (snippet, index) => lineAt(snippet, index).text,
  at: (snippet, index) => durationText(lineAt(snippet, index).virtualMs),
};

const KNOWN = [...Object.keys(fields), ...Object.keys(lineFields).map((field) => `${field}:<number>`)].join(
  ', ',
);

function consoleLines({ timeline }: Recording): { text: string; virtualMs: number }[] {
  return timeline.marks.filter(({ kind }) => kind === 'console');
}

function lineAt({ name, recording }: RunSnippet, index: number): { text: string; virtualMs: number } {
  const lines = consoleLines(recording);
  const line = lines[index - 1];
  if (line !== undefined) return line;
  throw new RangeError(`snippet "${name}" prints ${lines.length} lines; there is no line ${index}`);
}

function errorOf({ name, error }: RunSnippet): string {
  if (error === undefined) throw new RangeError(`snippet "${name}" ends without an error`);
  return error.replace(/^Uncaught /, '');
}

function callsOf({ timeline }: Recording): number {
  return timeline.spans.filter((span) => isSimulated(span) && !span.name.endsWith(' body')).length;
}

function ratioOf(longer: RunSnippet, shorter: RunSnippet): string {
  if (shorter.tookMs === 0)
    throw new RangeError(`snippet "${shorter.name}" took no time; there is no ratio to it`);
  return String(Math.round((longer.tookMs / shorter.tookMs) * 10) / 10);
}

/** `400 ms`, `2 s`, `1.25 s`. */
function durationText(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${ms / 1000} s`;
}

/** What Markdown would read as a sign of its own. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&');
}

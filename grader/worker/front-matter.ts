// Reads a Markdown file with front matter: fields checked against a schema, every problem told with file, line and field.
import { isMap, isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');
/** No store and no page has room for them. */
const printable = /^\P{Cc}*$/u;
const title = z.string().min(1).max(80).regex(printable, 'expected no control characters');
const description = z.string().min(1).max(300).regex(printable, 'expected no control characters');
const order = z.int().min(0).max(1_000_000);

/** What exercises, lessons and tracks have in common. */
export const contentFields = { id, title, description, order };

/** What exercises and lessons have in common. Their order is that of the bundle, which is hashed. */
export const learningFields = {
  id,
  language: z.string().min(2),
  title,
  description,
  level: z.enum(['introductory', 'intermediate', 'advanced']),
  duration: z.int().min(1).max(240),
  order,
  prerequisites: z.array(z.string()).default([]),
  topics: z.array(z.string()).min(1),
};

export type FrontMatter<Fields> = {
  fields: Fields;
  /** What follows the front matter, as it is. */
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
  /** Line of the file on which a field stands; the first line for one that is not there. */
  lineOf: (...path: PropertyKey[]) => number;
};

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/**
 * @param text Of the whole file. @param file Its name, for messages. @param folder Its folder's name, which the field `id` repeats.
 * @returns `null` when there is a problem; `problems` then says which.
 */
export function readFrontMatter<Fields extends { id: string }>(
  { text, file, folder }: { text: string; file: string; folder: string },
  schema: z.ZodType<Fields>,
  problems: string[],
): FrontMatter<Fields> | null {
  const match = FRONT_MATTER.exec(text.replace(/^\uFEFF/, ''));
  if (match === null) {
    problems.push(`${file}: line 1: expected front matter between two lines of ---`);
    return null;
  }
  const [whole, front = ''] = match;
  const lines = new LineCounter();
  const document = parseDocument(front, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = lines.linePos(error.pos[0]).line + 1;
    problems.push(
      `${file}: line ${line}: ${error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''}`,
    );
    return null;
  }
  const lineOf = (...path: PropertyKey[]): number => findLine(document, lines, path);
  const values = toValues(document);
  if (values instanceof Error) {
    problems.push(`${file}: ${values.message}`);
    return null;
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.flatMap((issue) => describeIssue(issue, file, lineOf)));
    return null;
  }
  if (parsed.data.id !== folder) {
    const expected = `is "${parsed.data.id}", expected the folder's name "${folder}"`;
    problems.push(`${file}: line ${lineOf('id')}: field "id": ${expected}`);
  }
  return {
    fields: parsed.data,
    body: text.replace(/^\uFEFF/, '').slice(whole.length),
    bodyLine: whole.split('\n').length,
    lineOf,
  };
}

/** An alias without its anchor, or too many of them, are found only now. */
function toValues(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    return error;
  }
}

type Problem = { path: PropertyKey[]; reason: string };

function describeIssue(
  issue: z.core.$ZodIssue,
  file: string,
  lineOf: (...path: PropertyKey[]) => number,
): string[] {
  return problemsOf(issue).map(({ path, reason }) => {
    const line = lineOf(...path);
    // The fields begin on line 2.
    return `${file}: line ${line}: field "${path.map(String).join('.')}": ${line === 1 ? 'is missing' : reason}`;
  });
}

/** Each unknown field by its own name; everything else where it stands. */
function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: [...path, key], reason: 'there is no such field' }));
  if (issue.code === 'invalid_key') return [{ path, reason: issue.issues[0]?.message ?? message }];
  if (issue.code === 'invalid_union' && message === 'Invalid input') {
    const inner =
      issue.errors.find(([first]) => first?.code !== 'invalid_type' || first.path.length > 0) ?? [];
    if (inner.length > 0) return inner.flatMap((one) => problemsOf({ ...one, path: [...path, ...one.path] }));
  }
  return [{ path, reason: message }];
}

/** The front matter starts on line 2. Of a path that is not there, its longest part that is. */
function findLine(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return lines.linePos(offset).line + 1;
  }
  return 1;
}

/** Where the key stands, or the item of a list. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isNode(item.key) && String(item.key) === String(last),
    );
    return isNode(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

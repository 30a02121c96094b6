// Code of an Exercism exercise: imports of the student's file lead to ours, and all tests run.
import { stripTypeScriptTypes } from 'node:module';
import { parse, type Node } from 'acorn';
import { simple } from 'acorn-walk';
import { UsageError } from './exit-codes.ts';
import { commonJsEdits, type Edit } from './import-exercism-commonjs.ts';

const LIBRARIES = ['@jest/globals', 'vitest'];

type Code = { slug: string; name: string; source: string; own: string };
type Text = Node & { value?: unknown };
type Statement = Node & { source?: Text | null };
type Call = Node & { callee: Node & { name?: string; object?: { name?: string } }; arguments: Text[] };

/**
 * @param code.own How the student's file is called there, without its extension.
 * @throws UsageError for an import of anything but files and the test library.
 */
export function convertCode({ slug, name, source: given, own }: Code): string {
  const source = applyEdits(given, commonJsEdits(parseCode(slug, name, given), given));
  const edits: Edit[] = [];
  const place = (text: Text): void => {
    const specifier = String(text.value);
    if (!specifier.startsWith('.')) return requireLibrary({ slug, name }, specifier);
    const base = specifier.replace(/^.*\//, '').replace(/\.[cm]?[jt]s$/, '');
    if (base === own) edits.push({ start: text.start, end: text.end, text: "'./solution'" });
  };
  const tree = parseCode(slug, name, source);
  for (const { source: from } of (tree as Node & { body: Statement[] }).body) if (from) place(from);
  simple(tree, {
    CallExpression(node) {
      const { callee, arguments: args } = node as unknown as Call;
      const [first] = args;
      const isMock = callee.object?.name === 'jest' || callee.object?.name === 'vi';
      if (callee.name === 'require')
        requireLibrary({ slug, name }, typeof first?.value === 'string' ? first.value : 'require');
      if (isMock && typeof first?.value === 'string' && first.value.startsWith('.')) place(first);
    },
  });
  return applyEdits(source, edits);
}

function requireLibrary({ slug, name }: { slug: string; name: string }, specifier: string): void {
  if (LIBRARIES.includes(specifier)) return;
  throw new UsageError(
    `${slug}: ${name} uses "${specifier}", which is not available here; nothing was written.`,
  );
}

const RUNNING: { [skipped: string]: string } = { xtest: 'test', xit: 'it', xdescribe: 'describe' };

/** A student of Exercism gets one test after the other; there as here, all of them count. */
export function runSkippedTests(source: string): string {
  const edits: Edit[] = [];
  simple(parseCode('', 'the spec', source), {
    CallExpression(node) {
      const { callee } = node as unknown as Call;
      const word = callee.name ?? callee.object?.name ?? '';
      const text = Object.hasOwn(RUNNING, word) ? RUNNING[word] : undefined;
      if (text !== undefined) edits.push({ start: callee.start, end: callee.start + word.length, text });
    },
  });
  return importing(
    applyEdits(source, edits),
    edits.map(({ text }) => text),
  );
}

/** The words put in must be imported where the spec imports its words. */
function importing(source: string, words: string[]): string {
  const line = /import\s*\{([^}]*)\}\s*from\s*(['"])(?:@jest\/globals|vitest)\2/.exec(source);
  if (line === null) return source;
  const imported = (line[1] ?? '').split(',').map((word) => word.trim());
  const missing = [...new Set(words)].filter((word) => !imported.includes(word)).toSorted();
  return missing.length === 0 ? source : source.replace('{', `{ ${missing.join(', ')},`);
}

function parseCode(slug: string, name: string, source: string): Node {
  try {
    const text = name.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
    return parse(text, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
  } catch (error) {
    throw new UsageError(`${slug}: ${name} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

function applyEdits(source: string, edits: Edit[]): string {
  let text = '';
  let from = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    text += source.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return text + source.slice(from);
}

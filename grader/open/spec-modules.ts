// The files of a spec, read once per grading: types erased, imports resolved to files, replaced modules found.
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path/posix';
import { parse, type Node } from 'acorn';
import { simple } from 'acorn-walk';
import type { Files } from '../recording/types.ts';
import type { Flavour } from './flavour.ts';
import { SPEC_FILE } from './spec-files.ts';

/** Modules that a spec takes its words from. */
const LIBRARIES = ['@jest/globals', 'vitest'];
/** How the student's file is called, without its extension, for whoever imports it. */
const SOLUTION = 'solution';

export type SpecImport = { target: string; names: string[] };

/** A file whose imports are rewritten to `spec:` and their target: `solution`, `library`, or another file of the spec. */
export type SpecModule = {
  code: string;
  imports: SpecImport[];
  /** `undefined` where `export *` leaves them open. */
  exports: string[] | undefined;
};

export type SpecModules = {
  modules: Map<string, SpecModule>;
  /** Paths of the files that declare tests, in order. */
  entries: string[];
  flavour: Flavour;
  /** By target: the specifiers under which the spec replaces a module. */
  replaced: Map<string, string[]>;
};

/** What is wrong with a spec, told by its file; never the student's doing. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  readonly code = 'SPEC';
  readonly file: string;
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`spec/${file}: ${problem}`, options);
    this.file = file;
  }
}

/** @throws SpecError for a file that does not parse, or that imports what is not there. */
export function readSpec(files: Files): SpecModules {
  const modules = new Map<string, SpecModule>();
  const replaced = new Map<string, string[]>();
  const libraries = new Set<string>();
  let mentionsVi = false;
  for (const [file, source] of Object.entries(files)) {
    if (file.endsWith('.json')) {
      modules.set(file, { code: `export default ${source}`, imports: [], exports: ['default'] });
      continue;
    }
    const text = erase(file, source);
    const tree = parseModule(file, text);
    const links = findLinks(tree);
    const resolve = (specifier: string): string => resolveTarget(file, specifier, files);
    for (const { specifier } of links) if (LIBRARIES.includes(specifier)) libraries.add(specifier);
    mentionsVi ||= /\bvi\s*\.\s*\w/.test(text);
    const imports = links.map(({ specifier, names }) => ({ target: resolve(specifier), names }));
    modules.set(file, { code: rewrite(text, links, resolve), imports, exports: exportedNames(tree) });
    for (const specifier of findReplaced(tree)) {
      const target = resolve(specifier);
      replaced.set(target, [...new Set([...(replaced.get(target) ?? []), specifier])]);
    }
  }
  const entries = [...modules.keys()].filter((file) => SPEC_FILE.test(file)).toSorted();
  const isVitest = libraries.has('vitest') || (mentionsVi && !libraries.has('@jest/globals'));
  return { modules, entries, flavour: isVitest ? 'vitest' : 'jest', replaced };
}

function erase(file: string, source: string): string {
  if (!file.endsWith('.ts')) return source;
  try {
    return stripTypeScriptTypes(source);
  } catch (error) {
    throw new SpecError(file, (error as Error).message.trim().split('\n')[0] ?? '', { cause: error });
  }
}

function parseModule(file: string, text: string): Node {
  try {
    return parse(text, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
  } catch (error) {
    throw new SpecError(file, (error as Error).message, { cause: error });
  }
}

/**
 * @returns `library`, `solution` or a file of the spec. The student's file lies beside the spec's, whatever folder the
 * spec expects it in.
 */
export function resolveTarget(importer: string, specifier: string, files: Files): string {
  if (LIBRARIES.includes(specifier)) return 'library';
  if (!RELATIVE.test(specifier)) {
    const expected = 'expected "vitest", "@jest/globals" or a file';
    throw new SpecError(importer, `"${specifier}" is not available here; ${expected}`);
  }
  const found = findFile(importer, specifier, (file) => Object.hasOwn(files, file));
  if (found !== undefined) return found;
  if (path.basename(specifier).replace(EXTENSION, '') === SOLUTION) return SOLUTION;
  throw new SpecError(
    importer,
    `imports "${specifier}", which is neither in spec/ nor the student's "./solution"`,
  );
}

const RELATIVE = /^\.{1,2}(\/|$)/;
const EXTENSION = /\.[cm]?[jt]s$/;

/** The extension may be left out, or be that of the JavaScript that a TypeScript file stands for. */
export function findFile(
  importer: string,
  specifier: string,
  hasFile: (file: string) => boolean,
): string | undefined {
  if (!RELATIVE.test(specifier)) return undefined;
  const target = path.join('/', path.dirname(importer), specifier).slice(1);
  const stem = target.replace(EXTENSION, '');
  const ends = ['.js', '.ts', '.mjs', '.json', '/index.js', '/index.ts'];
  return [target, ...ends.map((end) => stem + end)].find(hasFile);
}

type Link = { specifier: string; names: string[]; start: number; end: number };
type Literal = Node & { value: unknown };
type Specifier = Node & {
  imported?: Named;
  local: Named;
};

function findLinks(tree: Node): Link[] {
  const body = (tree as Node & { body: (Node & { source?: Literal | null; specifiers?: Specifier[] })[] })
    .body;
  return body.flatMap((statement) => {
    const { source, specifiers = [] } = statement;
    if (source === undefined || source === null) return [];
    const names = specifiers.flatMap((specifier) => importedName(specifier) ?? []);
    return [{ specifier: String(source.value), names, start: source.start, end: source.end }];
  });
}

function importedName(specifier: Specifier): string | undefined {
  switch (specifier.type) {
    case 'ImportDefaultSpecifier':
      return 'default';
    case 'ImportSpecifier':
      return nameOf(specifier.imported);
    case 'ExportSpecifier':
      return nameOf(specifier.local);
    default:
      return undefined;
  }
}

/** A name may be a string: `export { a as 'b c' }`. */
function nameOf(node: Named | undefined): string | undefined {
  return node?.name ?? (typeof node?.value === 'string' ? node.value : undefined);
}

function rewrite(text: string, links: Link[], resolve: (specifier: string) => string): string {
  let code = '';
  let from = 0;
  for (const { specifier, start, end } of links) {
    code += text.slice(from, start) + JSON.stringify(`spec:${resolve(specifier)}`);
    from = end;
  }
  return code + text.slice(from);
}

/** Names that a module exports, as far as its text tells; `undefined` where `export *` leaves them open. */
export function exportedNames(tree: Node): string[] | undefined {
  const names: string[] = [];
  for (const statement of (tree as Node & { body: ExportNode[] }).body) {
    if (statement.type === 'ExportDefaultDeclaration') names.push('default');
    else if (statement.type === 'ExportAllDeclaration') {
      const name = nameOf(statement.exported ?? undefined);
      if (name === undefined) return undefined;
      names.push(name);
    } else if (statement.type === 'ExportNamedDeclaration') {
      names.push(...statement.specifiers.flatMap(({ exported }) => nameOf(exported) ?? []));
      names.push(...declaredNames(statement.declaration ?? undefined));
    }
  }
  return names;
}

type Named = { name?: string; value?: unknown };
type ExportNode = Node & {
  exported?: Named | null;
  specifiers: { exported: Named }[];
  declaration?: (Node & { id?: Named; declarations?: { id: Pattern }[] }) | null;
};
type Pattern = Node &
  Named & { properties?: Pattern[]; elements?: (Pattern | null)[]; argument?: Pattern; left?: Pattern };

function declaredNames(declaration: ExportNode['declaration'] | undefined): string[] {
  if (declaration === undefined || declaration === null) return [];
  if (declaration.declarations === undefined)
    return declaration.id?.name === undefined ? [] : [declaration.id.name];
  return declaration.declarations.flatMap(({ id }) => boundNames(id));
}

function boundNames(pattern: Pattern | null): string[] {
  if (pattern === null) return [];
  if (pattern.type === 'Identifier') return pattern.name === undefined ? [] : [pattern.name];
  if (pattern.type === 'Property') return boundNames(valuePattern(pattern));
  const inner = [...(pattern.properties ?? []), ...(pattern.elements ?? []), pattern.argument, pattern.left];
  return inner.flatMap((part) => boundNames(part ?? null));
}

/** `b` of `{ a: b }`. */
function valuePattern(property: Pattern): Pattern | null {
  return property.value as Pattern | null;
}

type CallNode = Node & {
  callee: Node & { object?: Named; property?: Named };
  arguments: (Node & { value?: unknown })[];
};

/** Specifiers of `jest.mock('…')` and `vi.mock('…')`. */
function findReplaced(tree: Node): string[] {
  const found: string[] = [];
  simple(tree, {
    CallExpression(node) {
      const { callee, arguments: args } = node as unknown as CallNode;
      const isMock = ['mock', 'doMock', 'unstable_mockModule'].includes(nameOf(callee.property) ?? '');
      const [first] = args;
      if (
        isMock &&
        ['jest', 'vi'].includes(nameOf(callee.object) ?? '') &&
        typeof first?.value === 'string'
      ) {
        found.push(first.value);
      }
    },
  });
  return found;
}

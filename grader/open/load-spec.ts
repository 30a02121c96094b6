// The modules of one open test: the student's files, the spec's files, and the facades between them.
import { parse } from 'acorn';
import { GuestSyntaxError, type Crossing, type GuestModule } from '../sandbox/isolate.ts';
import { resolveImport, type Program } from '../worker/program.ts';
import { ImportRefusedError } from '../worker/world.ts';
import { completedModule, libraryModule, replaceableModule } from './facade.ts';
import type { OpenWorld } from './open-world.ts';
import { exportedNames, findFile, SpecError, type SpecModules } from './spec-modules.ts';

/**
 * Compiles and evaluates the spec, and with it the student's files. Modules have names: `student:` and `spec:` with a path,
 * `actual:` for what a facade stands before.
 *
 * @throws GuestSyntaxError, ImportRefusedError for the student's files; SpecError for the spec's.
 */
export function loadSpec(world: OpenWorld, program: Program, spec: SpecModules): Crossing {
  const { context, host, guest } = world;
  const modules = new Map([
    ['host', host],
    ['spec:guest', guest],
  ]);
  const names = new Map<GuestModule, string>();
  const nameOf = (specifier: string, importer: string): string =>
    importer.startsWith('student:')
      ? studentImport(specifier, importer.slice('student:'.length), program, spec)
      : specifier;

  function compile(name: string): GuestModule {
    const known = modules.get(name);
    if (known !== undefined) return known;
    const module = compileNamed(world, name, program, spec);
    modules.set(name, module);
    names.set(module, name);
    for (const specifier of module.specifiers) compile(nameOf(specifier, name));
    return module;
  }

  compile(`student:${program.entry}`);
  for (const entry of spec.entries) compile(`spec:${entry}`);
  const entries = spec.entries.map((entry) => `import "spec:${entry}";`).join('');
  const wrapper = context.compileModule(`${entries}import { ready } from "host"; ready({});`, 'wrapper');
  wrapper.link((specifier, referrer) => compile(nameOf(specifier, names.get(referrer) ?? 'wrapper')));
  return wrapper.evaluate();
}

/** A submission may import its own files and those that come with the spec. Of two with one path, the spec's. */
function studentImport(specifier: string, importer: string, program: Program, spec: SpecModules): string {
  if (specifier !== '' && specifier === program.files.get(importer)?.hooksSpecifier) return 'host';
  const file = findFile(importer, specifier, (path) => spec.modules.has(path));
  if (file !== undefined) return `spec:${file}`;
  const own = resolveImport(program, importer, specifier);
  if (own === null) throw new ImportRefusedError(specifier, importer);
  return `student:${own}`;
}

function compileNamed(world: OpenWorld, name: string, program: Program, spec: SpecModules): GuestModule {
  const { context } = world;
  const target = name.slice(name.indexOf(':') + 1);
  if (name.startsWith('student:')) {
    return context.compileModule(program.files.get(target)?.code ?? '', target);
  }
  if (name === 'spec:library') return compileLibrary(world, spec);
  const facade = name.startsWith('spec:') ? facadeOf(target, program, spec) : undefined;
  if (facade !== undefined) return context.compileModule(facade, `facade of ${target}`);
  if (target !== 'solution') return compileFile(world, target, spec);
  // One module, however it is called: a second one would be a second copy of its state.
  return context.compileModule(reexport(`student:${program.entry}`, program), 'facade of solution');
}

function reexport(actual: string, program: Program): string {
  const text = program.files.get(program.entry)?.code ?? '';
  return completedModule(
    actual,
    [],
    solutionExports(program)?.includes('default') ?? /\bdefault\b/.test(text),
  );
}

function facadeOf(target: string, program: Program, spec: SpecModules): string | undefined {
  const isSolution = target === 'solution';
  const specifiers = spec.replaced.get(target);
  const asked = askedNames(target, spec);
  const exported = isSolution ? solutionExports(program) : spec.modules.get(target)?.exports;
  if (exported === undefined) return undefined;
  const names = [...new Set([...exported, ...asked])];
  const actual = isSolution ? `student:${program.entry}` : `actual:${target}`;
  if (specifiers !== undefined) return replaceableModule(actual, names, specifiers);
  if (!isSolution) return undefined;
  const missing = asked.filter((name) => !exported.includes(name));
  return completedModule(actual, missing, exported.includes('default'));
}

/** Names that the spec's files import from a module. */
function askedNames(target: string, { modules }: SpecModules): string[] {
  const imports = [...modules.values()].flatMap((module) => module.imports);
  return [...new Set(imports.filter((each) => each.target === target).flatMap(({ names }) => names))];
}

/** `undefined` for a text that only the engine can read, or cannot either, and where `export *` leaves it open. */
function solutionExports({ files, entry }: Program): string[] | undefined {
  try {
    const code = files.get(entry)?.code ?? '';
    return exportedNames(parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true }));
  } catch {
    return undefined;
  }
}

function compileFile({ context }: OpenWorld, target: string, { modules }: SpecModules): GuestModule {
  try {
    return context.compileModule(modules.get(target)?.code ?? '', target);
  } catch (error) {
    if (!(error instanceof GuestSyntaxError)) throw error;
    const line = error.line === undefined ? '' : `line ${error.line}: `;
    throw new SpecError(target, `${line}${error.message}`, { cause: error });
  }
}

function compileLibrary({ context, open }: OpenWorld, spec: SpecModules): GuestModule {
  const named = open.call('wordNames');
  if (named.threw) throw new Error(`the spec's words could not be read: ${named.message}`);
  const words = JSON.parse(String(named.value)) as string[];
  const names = [...new Set([...words, ...askedNames('library', spec)])];
  return context.compileModule(libraryModule(names), 'library');
}

// One context's modules for an open test: the student's file, the spec's files, and the facades between them.
import { parse } from 'acorn';
import type { Crossing, GuestModule, GuestObject } from '../sandbox/isolate.ts';
import { GuestSyntaxError } from '../sandbox/isolate.ts';
import { ImportRefusedError, type Program, type World } from '../worker/execution.ts';
import { completedModule, libraryModule, replaceableModule } from './facade.ts';
import type { Flavour } from './flavour.ts';
import { exportedNames, resolveTarget, SpecError, type SpecModules } from './spec-modules.ts';

export type OpenWorld = World & { open: GuestObject; guest: GuestModule };

const GUEST =
  'export const { connect, words, mockedModules, scenarios: default_ } = __interleaveSpec;' +
  'export { default_ as default }; delete globalThis.__interleaveSpec;';

/** Puts the spec's words into a world. */
export function openWorld(world: World, bundle: string, flavour: Flavour): OpenWorld {
  const { context, controls } = world;
  const open = context.runBundle(bundle, 'open');
  open.call('setFlavour', flavour);
  const guest = context.compileModule(GUEST, 'guest');
  guest.link(() => {
    throw new Error('the guest module imports nothing');
  });
  const evaluated = guest.evaluate();
  const lent = evaluated.threw ? evaluated : controls.call('lend', guest.namespace());
  if (lent.threw) throw new Error(`the spec's words could not be set up: ${lent.message}`);
  return { ...world, open, guest };
}

/**
 * Compiles and evaluates the spec, and with it the student's file.
 * @throws GuestSyntaxError, ImportRefusedError for the student's file; SpecError for the spec's.
 */
export function loadSpec(world: OpenWorld, program: Program, spec: SpecModules): Crossing {
  const { context, host, guest } = world;
  const compiled = new Map<string, GuestModule>();
  const student = context.compileModule(program.code, program.path);
  compiled.set('actual:solution', student);
  requireKnown(student, program, spec);

  const resolve = (specifier: string): GuestModule => {
    if (program.key !== '' && specifier === program.hooksSpecifier) return host;
    const name = specifier.startsWith('.') ? `spec:${studentTarget(specifier, spec)}` : specifier;
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const made = compile(name);
    compiled.set(name, made);
    return made;
  };
  const compile = (name: string): GuestModule => {
    const target = name.slice(name.indexOf(':') + 1);
    const isActual = name.startsWith('actual:');
    const facade = isActual ? undefined : facadeOf(target, program, spec);
    if (facade !== undefined) return context.compileModule(facade, `facade of ${target}`);
    if (target === 'solution') return student;
    return compileFile(world, target, spec);
  };
  compiled.set('spec:library', makeLibrary(world, spec));
  compiled.set('spec:guest', guest);
  compiled.set('host', host);

  const entries = spec.entries.map((entry) => `import "spec:${entry}";`).join('');
  const wrapper = context.compileModule(`${entries}import { ready } from "host"; ready({});`, 'wrapper');
  wrapper.link(resolve);
  return wrapper.evaluate();
}

/** A submission may import the files that come with the spec, and nothing else. */
function requireKnown(student: GuestModule, program: Program, spec: SpecModules): void {
  for (const specifier of student.specifiers) {
    if (program.key !== '' && specifier === program.hooksSpecifier) continue;
    if (studentTarget(specifier, spec) === undefined) throw new ImportRefusedError(specifier);
  }
}

function studentTarget(specifier: string, { modules }: SpecModules): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  try {
    return resolveTarget('', specifier, Object.fromEntries([...modules.keys()].map((file) => [file, ''])));
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}

function facadeOf(target: string, program: Program, spec: SpecModules): string | undefined {
  const specifiers = spec.replaced.get(target);
  const asked = askedNames(target, spec);
  const exported = target === 'solution' ? namesOf(program.code) : spec.modules.get(target)?.exports;
  if (exported === undefined) return undefined;
  const names = [...new Set([...exported, ...asked])];
  if (specifiers !== undefined) return replaceableModule(`actual:${target}`, names, specifiers);
  const missing = asked.filter((name) => !exported.includes(name));
  if (target !== 'solution' || missing.length === 0) return undefined;
  return completedModule('actual:solution', missing, exported.includes('default'));
}

/** Names that the spec's files import from a module. */
function askedNames(target: string, { modules }: SpecModules): string[] {
  const imports = [...modules.values()].flatMap((module) => module.imports);
  return [...new Set(imports.filter((each) => each.target === target).flatMap(({ names }) => names))];
}

/** A text that only the engine can read, or cannot either, goes without a facade. */
function namesOf(code: string): string[] | undefined {
  try {
    return exportedNames(parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true }));
  } catch {
    return undefined;
  }
}

function compileFile({ context }: World, target: string, { modules }: SpecModules): GuestModule {
  try {
    return context.compileModule(modules.get(target)?.code ?? '', target);
  } catch (error) {
    if (!(error instanceof GuestSyntaxError)) throw error;
    const line = error.line === undefined ? '' : `line ${error.line}: `;
    throw new SpecError(target, `${line}${error.message}`, { cause: error });
  }
}

function makeLibrary({ context, open }: OpenWorld, spec: SpecModules): GuestModule {
  const named = open.call('wordNames');
  if (named.threw) throw new Error(`the spec's words could not be read: ${named.message}`);
  const words = JSON.parse(String(named.value)) as string[];
  const names = [...new Set([...words, ...askedNames('library', spec)])];
  return context.compileModule(libraryModule(names), 'library');
}

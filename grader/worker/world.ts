// A context with clock, recorder and globals, and a program loaded into it.
import type { Context, Crossing, GuestDoor, GuestModule, Isolate } from '../sandbox/isolate.ts';
import { resolveImport, type Program } from './program.ts';
import { builtinName, isBuiltin, makeBuiltin } from './rare-globals.ts';

/** The submission imports what it does not have. */
export class ImportRefusedError extends Error {
  override readonly name = 'ImportRefusedError';
  readonly code = 'IMPORT_REFUSED';
  readonly specifier: string;
  readonly importer: string;
  constructor(specifier: string, importer: string) {
    super(`import of "${specifier}" in ${importer} refused`);
    this.specifier = specifier;
    this.importer = importer;
  }
}

export type World = {
  context: Context;
  controls: GuestDoor;
  host: GuestModule;
  /** Whether a run has been here. */
  isUsed: boolean;
  /** Once a program is loaded: evaluates a further module that imports it. */
  importAgain?: () => Crossing;
  /** Modules of the present run. */
  modules: GuestModule[];
};

/** Takes what the submission needs of the world, and takes the world's door away from the global object. */
const HOST =
  'export const { arg, made, none, wait, ready, builtin, traceSteps } = __interleave.exports; delete globalThis.__interleave;';
/** What a program that is woven for being stepped through imports instead. */
const STEP_HOST =
  'import { arg, made, none, wait, traceSteps } from "host"; export { arg, made, none, wait }; export const { enter, leave, returns, suspend, yields, resumes, receives, reacts, combines } = traceSteps();';
const WRAPPER = 'import * as solution from "solution"; import { ready } from "host"; ready(solution);';

export function createWorld(isolate: Isolate, readBundle: () => string): World {
  const context = isolate.createContext();
  const controls = context.openDoor(readBundle);
  const host = context.compileModule(HOST, 'host');
  host.link(() => {
    throw new Error('the host module imports nothing');
  });
  if (host.evaluate().threw) throw new Error('the host module could not be set up');
  return { context, controls, host, isUsed: false, modules: [] };
}

/** @param sources The text of all that will run in the world. */
export function openWorld({ controls }: World, sources: string[]): void {
  requireSetUp(
    controls.call(
      'open',
      sources.some((source) => source.includes('Temporal')),
    ),
  );
}

/** Begins a run: nothing of the one before it is left but what it did to the realm itself. */
export function startRun(world: World, seed: number, key: string): void {
  for (const module of world.modules.splice(0)) module.release();
  requireSetUp(world.controls.call('start', seed, key));
  world.isUsed = true;
}

function requireSetUp(crossing: Crossing): void {
  if (crossing.threw) throw new Error(`the world could not be set up: ${crossing.message}`);
}

/** The world's context, as far as modules of one run are compiled in it. */
export function keeping({ context, modules }: World): Pick<Context, 'compileModule'> {
  return {
    compileModule(text, filename) {
      const module = context.compileModule(text, filename);
      modules.push(module);
      return module;
    },
  };
}

/**
 * Compiles and evaluates the program. A top-level `await` may still be pending afterwards.
 * @throws GuestSyntaxError, ImportRefusedError
 */
export function loadProgram(world: World, program: Program): Crossing {
  const { host } = world;
  const context = keeping(world);
  const modules = new Map<string, GuestModule>();
  const paths = new Map<GuestModule, string>();

  function compile(path: string): GuestModule {
    const known = modules.get(path);
    if (known !== undefined) return known;
    const file = program.files.get(path);
    const module = context.compileModule(file?.code ?? '', path);
    modules.set(path, module);
    paths.set(module, path);
    for (const specifier of module.specifiers) {
      if (specifier === file?.hooksSpecifier && specifier !== '') continue;
      const target = resolveImport(program, path, specifier);
      if (target !== null) compile(target);
      else if (!isBuiltin(specifier)) throw new ImportRefusedError(specifier, path);
    }
    return module;
  }

  /** One module for both its names, with and without `node:`. */
  function compileBuiltin(specifier: string): GuestModule {
    const name = builtinName(specifier);
    const module = modules.get(name) ?? makeBuiltin(context, name);
    modules.set(name, module);
    return module;
  }

  const solution = compile(program.entry);
  const hooks = program.hasSteps ? context.compileModule(STEP_HOST, 'hooks') : host;
  const wrapper = context.compileModule(WRAPPER, 'wrapper');
  wrapper.link((specifier, referrer) => {
    if (specifier === 'solution') return solution;
    const importer = paths.get(referrer);
    if (importer === undefined) return host;
    const target = resolveImport(program, importer, specifier);
    if (target !== null) return modules.get(target) ?? host;
    return isBuiltin(specifier) ? compileBuiltin(specifier) : hooks;
  });
  world.importAgain = () => {
    const importer = context.compileModule('import "solution";', 'again');
    importer.link(() => solution);
    return importer.evaluate();
  };
  return wrapper.evaluate();
}

/**
 * Whether the program's own code failed while it was loaded; if not, it may still wait at its top level. A module that
 * failed fails for each that imports it, and runs nothing again.
 */
export function hasFailedToLoad({ importAgain }: World): boolean {
  return importAgain?.().threw === true;
}

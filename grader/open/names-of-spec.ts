// Which tests a spec declares: it is loaded beside the reference solution, and asked.
import { GuestSyntaxError, IsolateLostError } from '../sandbox/isolate.ts';
import { runToEnd } from '../worker/execution.ts';
import { ImportRefusedError } from '../worker/world.ts';
import { loadSpec } from './load-spec.ts';
import { makeOpenWorld, sourcesOf, type OpenProgram } from './open-world.ts';
import { readSpec, SpecError, type SpecModules } from './spec-modules.ts';

/** @throws SpecError, or Error for the solution's own text; each names the file. */
export function namesOfSpec(opened: OpenProgram): string[] {
  const spec = readSpec(opened.spec.files);
  const [entry = ''] = spec.entries;
  try {
    return declaredNames(opened, spec, entry);
  } catch (error) {
    if (error instanceof GuestSyntaxError) {
      const { file = '', line } = error;
      if (opened.program.files.has(file)) {
        throw new Error(`solution/${file}: line ${line ?? 1}: ${error.message}`, { cause: error });
      }
      throw new SpecError(entry, error.message.replaceAll("'spec:", "'"), { cause: error });
    }
    if (error instanceof ImportRefusedError) {
      const problem = `the solution imports "${error.specifier}", which is not available`;
      throw new SpecError(entry, problem, { cause: error });
    }
    if (!(error instanceof IsolateLostError)) throw error;
    throw new SpecError(entry, 'takes too much time or memory to load', { cause: error });
  }
}

function declaredNames(opened: OpenProgram, spec: SpecModules, entry: string): string[] {
  const { program } = opened;
  using lane = opened.openLane(sourcesOf(opened));
  const world = makeOpenWorld(opened, lane, spec.flavour, 1);
  const ending = runToEnd(world, program, loadSpec(world, program, spec));
  if (ending.kind === 'load-error') throw new SpecError(entry, `cannot be loaded: ${describe(ending.error)}`);
  const names = world.open.call('names');
  if (names.threw) throw new SpecError(entry, names.message);
  return JSON.parse(String(names.value)) as string[];
}

function describe(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

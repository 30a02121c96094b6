// A world with a spec's words in it.
import type { GuestModule, GuestObject } from '../sandbox/isolate.ts';
import { limits } from '../worker/limits.ts';
import type { Spec } from '../worker/grader.ts';
import type { Program } from '../worker/program.ts';
import type { Lane } from '../worker/world-source.ts';
import { startRun, type World } from '../worker/world.ts';
import type { Flavour } from './flavour.ts';

/** A submission and the spec that runs beside it. */
export type OpenProgram = {
  spec: Spec;
  /** Text of the guest program that runs specs. */
  bundle: string;
  program: Program;
  /** @param sources The text of all that will run in the lane's worlds. */
  openLane: (sources: string[]) => Lane;
};

/** `open` is the guest program's controls; `guest`, the module through which the spec's other modules meet it. */
export type OpenWorld = World & { open: GuestObject; guest: GuestModule };

/** Takes what the guest program left on the global object, and takes it away from there. */
const GUEST =
  'export const { connect, words, mockedModules, scenarios } = __interleaveSpec;' +
  'export { scenarios as default }; delete globalThis.__interleaveSpec;';

export function makeOpenWorld(
  { bundle, program }: Pick<OpenProgram, 'bundle' | 'program'>,
  lane: Lane,
  flavour: Flavour,
  seed: number,
): OpenWorld {
  lane.startWindow(limits.isolateTimeLimitMs);
  const world = lane.fresh();
  startRun(world, seed, program.key);
  const open = world.context.runBundle(bundle, 'open');
  open.call('setFlavour', flavour);
  const guest = world.context.compileModule(GUEST, 'guest');
  guest.link(() => {
    throw new Error('the guest module imports nothing');
  });
  const evaluated = guest.evaluate();
  const lent = evaluated.threw ? evaluated : world.controls.call('lend', guest.namespace());
  if (lent.threw) throw new Error(`the spec's words could not be set up: ${lent.message}`);
  return { ...world, open, guest };
}

export function sourcesOf({ program, spec }: Pick<OpenProgram, 'program' | 'spec'>): string[] {
  return [...[...program.files.values()].map(({ code }) => code), ...Object.values(spec.files)];
}

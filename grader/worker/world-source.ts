// Where the worlds of a submission come from: one isolate, replaced when a limit was hit in it; contexts in it as needed.
import type { GuestBundles } from '../sandbox/guest-files.ts';
import type { Isolate } from '../sandbox/isolate.ts';
import { addRareGlobals } from './rare-globals.ts';
import { createWorld, openWorld, type World } from './world.ts';

/** The worlds of one submission. Dispose of it at its end. */
export type Lane = Disposable & {
  /** A world that no run has been in. Whoever asks for it disposes of its context, or its memory stays taken. */
  fresh(): World;
  /** The world of the run before, if there is one; otherwise a fresh one. */
  shared(): World;
  /** Lets the shared world go: the next one is fresh. */
  leave(): void;
  /** From now on, calls share `timeLimitMs` of real time in the isolate. */
  startWindow(timeLimitMs: number): void;
  /** Real time spent in guest code. */
  readonly isolateMs: number;
};

export type WorldSource = {
  /** @param sources The text of all that will run in the worlds. */
  openLane: (sources: string[]) => Lane;
  /** Makes the next lane's isolate and its first world ahead of time. */
  prepare(): void;
};

type Spare = { isolate: Isolate; world?: World };

export function makeWorldSource(newIsolate: () => Isolate, bundles: GuestBundles): WorldSource {
  const readWorld = (): string => bundles.recorder;
  let spare: Spare | undefined;

  function takeSpare(): Spare {
    const taken = spare ?? { isolate: newIsolate() };
    spare = undefined;
    return taken;
  }

  function openLane(sources: string[]): Lane {
    let current = takeSpare();
    let shared: World | undefined;
    let lostMs = 0;

    /** After a limit the isolate is not touched again. */
    function renewIfLost(): void {
      if (!current.isolate.isLost) return;
      lostMs += current.isolate.isolateMs;
      current.isolate[Symbol.dispose]();
      current = { isolate: newIsolate() };
      shared = undefined;
    }

    function fresh(): World {
      const world = current.world ?? createWorld(current.isolate, readWorld);
      delete current.world;
      openWorld(world, sources);
      addRareGlobals(world, bundles, sources);
      return world;
    }

    return {
      fresh,
      shared: () => (shared ??= fresh()),
      leave() {
        shared?.context.dispose();
        shared = undefined;
      },
      startWindow(timeLimitMs) {
        renewIfLost();
        current.isolate.startWindow(timeLimitMs);
      },
      get isolateMs() {
        return lostMs + current.isolate.isolateMs;
      },
      [Symbol.dispose]: () => current.isolate[Symbol.dispose](),
    };
  }

  return {
    openLane,
    prepare() {
      if (spare !== undefined) return;
      const isolate = newIsolate();
      spare = { isolate, world: createWorld(isolate, readWorld) };
    },
  };
}

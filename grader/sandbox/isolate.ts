// The only place that imports isolated-vm. An isolate lives for one submission, a context for one test or several. Everything
// here is synchronous: one submission at a time per process, a timeout on every crossing, no host callback.
import ivm from 'isolated-vm';

/** Why the isolate was lost: no call may be made into it any more. */
export class IsolateLostError extends Error {
  override readonly name = 'IsolateLostError';
  readonly code = 'ISOLATE_LOST';
  readonly resource: 'cpu' | 'memory';
  constructor(resource: 'cpu' | 'memory', options?: ErrorOptions) {
    super(`The isolate reached its ${resource === 'cpu' ? 'time' : 'memory'} limit`, options);
    this.resource = resource;
  }
}

/** The text does not parse or does not link. Line and column count from 1, in the text that was compiled. */
export class GuestSyntaxError extends Error {
  override readonly name = 'GuestSyntaxError';
  readonly code = 'GUEST_SYNTAX';
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  constructor(message: string, file?: string, line?: number, column?: number) {
    super(message);
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

/** What a call into the isolate came to: a primitive, or an error that nothing in the guest caught. */
export type Crossing =
  { threw: false; value: unknown } | { threw: true; name: string; message: string; stack: string };

export type GuestModule = {
  /** Specifiers that the module imports, in order. */
  readonly specifiers: string[];
  /**
   * Links the module and all that it imports. `resolve` is asked for each import of each of them.
   * @throws GuestSyntaxError when an import has no such export.
   */
  link(resolve: (specifier: string, referrer: GuestModule) => GuestModule): void;
  evaluate(): Crossing;
  /** The module's namespace, to be handed back into the same context. */
  namespace(): GuestHandle;
  /** Lets go of it, and of all it holds. Not to be used afterwards. */
  release(): void;
};

declare const guestHandle: unique symbol;
/** Something that lives in a context; opaque to the host. */
export type GuestHandle = { readonly [guestHandle]: true };

export type Context = {
  /** Runs a trusted bundle, returns its value. */
  runBundle(text: string, name: string): GuestObject;
  /** The door that `makeDoor` of a trusted bundle returns; reads and runs the bundle first where the isolate has no snapshot of it. */
  openDoor(readBundle: () => string): GuestDoor;
  /** @throws GuestSyntaxError */
  compileModule(text: string, filename: string): GuestModule;
  dispose(): void;
};

export type GuestObject = {
  /** The object itself, to be handed back into its own context. */
  readonly handle: GuestHandle;
  call(method: string, ...args: (string | number | boolean | GuestHandle)[]): Crossing;
};

/** One function in the guest that takes the name of what is wanted, and at most two arguments. */
export type GuestDoor = Omit<GuestObject, 'handle'>;

/** A V8 snapshot of a context with a door, made by `makeSnapshot` of this version of everything, from our own text. */
export type Snapshot = ArrayBuffer;

export type Isolate = Disposable & {
  createContext(): Context;
  /** Starts a new time window: from now on, calls share `timeLimitMs` of real time in the isolate. */
  startWindow(timeLimitMs: number): void;
  /** Real time spent in guest code since the isolate was made. */
  readonly isolateMs: number;
  readonly isLost: boolean;
};

type Releasable = { release(): void };

/** Where a door waits for the host. In a world it is gone before student code runs (grader/worker/world.ts). */
const DOOR = '__interleave';

function doorScript(bundle: string): string {
  return `Reflect.defineProperty(globalThis, '${DOOR}', { value: ${bundle}.makeDoor(), configurable: true });`;
}

/**
 * @param bundle Text of a trusted bundle. May abort the process: only for a process of its own.
 * @param warmUp What is run in a context of its own, so that the functions it calls are compiled in the snapshot.
 */
export function makeSnapshot(bundle: string, name: string, warmUp: string): Snapshot {
  const copy = ivm.Isolate.createSnapshot([{ code: doorScript(bundle), filename: name }], warmUp);
  return copy.copy();
}

const snapshotCopies = new WeakMap<Snapshot, ivm.ExternalCopy<ArrayBuffer>>();

/** The form in which isolates take it: shared by all of them. */
function toCopy(snapshot: Snapshot): ivm.ExternalCopy<ArrayBuffer> {
  const known = snapshotCopies.get(snapshot) ?? new ivm.ExternalCopy(snapshot);
  snapshotCopies.set(snapshot, known);
  return known;
}

/** V8's compiled form of the trusted bundles, by text: made by this process, for its next isolates. Never from outside. */
const codeCaches = new Map<string, ivm.ExternalCopy<ArrayBuffer>>();
/** Compiled once so far. A judge's bundle mostly stays so, and making its cache costs as much as compiling it. */
const compiledOnce = new Set<string>();

/** For what is called before a window has been started. */
const SET_UP_LIMIT_MS = 10_000;

/**
 * Each crossing leaves a timer in isolated-vm until its deadline. Its timer thread takes a new one in only if that is due
 * later than the first it waits for, and is joined by a new thread otherwise: so deadlines are shared, in steps of this,
 * and only the first timer of each is due at once.
 */
const DEADLINE_STEP_MS = 100;
let lastDeadlineMs = -1;

/** @returns whole ms until a little after `deadlineMs`; never 0, which would mean "no limit". */
function timeoutUntil(deadlineMs: number, nowMs: number): number {
  const isFirst = deadlineMs !== lastDeadlineMs;
  lastDeadlineMs = deadlineMs;
  return Math.max(1, Math.ceil(deadlineMs - nowMs)) + (isFirst ? 0 : 1);
}

const SYNTAX_PLACE = / \[([^\]]*?):(\d+):(\d+)\]$/;

export type IsolateOptions = { memoryLimitMiB: number; snapshot?: Snapshot | undefined };

export function createIsolate({ memoryLimitMiB, snapshot }: IsolateOptions): Isolate {
  const isolate = new ivm.Isolate({
    memoryLimit: memoryLimitMiB,
    ...(snapshot === undefined ? {} : { snapshot: toCopy(snapshot) }),
  });
  const scripts = new Map<string, ivm.Script>();
  let deadlineMs = performance.now() + SET_UP_LIMIT_MS;
  let isolateMs = 0;
  let isLost = false;

  function compileBundle(text: string, filename: string): ivm.Script {
    const cachedData = codeCaches.get(text);
    if (cachedData !== undefined) return isolate.compileScriptSync(text, { filename, cachedData });
    // The declared type of a script leaves the field out.
    const script: ivm.Script & { cachedData?: ivm.ExternalCopy<ArrayBuffer> } = isolate.compileScriptSync(
      text,
      { filename, produceCachedData: compiledOnce.has(text) },
    );
    compiledOnce.add(text);
    if (script.cachedData !== undefined) codeCaches.set(text, script.cachedData);
    return script;
  }

  /** Runs one crossing with what is left of the window; tells an exhausted isolate from a guest's own error. */
  function cross(run: (timeout: number) => unknown): Crossing {
    const startMs = performance.now();
    const timeout = timeoutUntil(deadlineMs, startMs);
    try {
      return { threw: false, value: run(timeout) };
    } catch (error) {
      throwIfLost(error, performance.now() - startMs, timeout);
      return { threw: true, ...describe(error) };
    } finally {
      isolateMs += performance.now() - startMs;
    }
  }

  /** Work of the host's own in the isolate: there is nothing of the guest's to catch, but the memory may be used up. */
  function attempt<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throwIfLost(error, 0, Infinity);
      throw error;
    }
  }

  function throwIfLost(error: unknown, tookMs: number, timeout: number): void {
    const message = error instanceof Error ? error.message : '';
    const ranOut = message === 'Script execution timed out.' && tookMs >= timeout - 1;
    if (!isolate.isDisposed && !ranOut) return;
    isLost = true;
    throw new IsolateLostError(isolate.isDisposed ? 'memory' : 'cpu', { cause: error });
  }

  function makeObject(reference: ivm.Reference<object>): GuestObject {
    const method = (name: string): ivm.Reference =>
      attempt(() => reference.getSync(name as never, { reference: true }) as ivm.Reference);
    const methods = new Map<string, ivm.Reference>();
    const cached = (name: string): ivm.Reference => {
      const known = methods.get(name) ?? method(name);
      methods.set(name, known);
      return known;
    };
    return {
      handle: reference as unknown as GuestHandle,
      call: (name, ...args) =>
        cross((timeout) => cached(name).applySync(undefined, args.map(toArgument), { timeout })),
    };
  }

  function makeDoor(door: ivm.Reference): GuestDoor {
    return {
      call: (name, ...args) =>
        cross((timeout) =>
          door.applySync(undefined, [name, ...args.map(toArgument)] as never[], { timeout }),
        ),
    };
  }

  type NativeModule = GuestModule & { native: ivm.Module };
  const ownModules = new WeakMap<ivm.Module, GuestModule>();

  function makeModule(module: ivm.Module, context: ivm.Context, held: Set<Releasable>): NativeModule {
    let namespace: ivm.Reference | undefined;
    const made: NativeModule = {
      native: module,
      specifiers: module.dependencySpecifiers,
      link(resolve) {
        try {
          module.instantiateSync(
            context,
            (specifier, referrer) =>
              (resolve(specifier, ownModules.get(referrer) ?? made) as NativeModule).native,
          );
        } catch (error) {
          throwIfLost(error, 0, Infinity);
          throw toSyntaxError(error);
        }
      },
      evaluate: () => cross((timeout) => module.evaluateSync({ timeout })),
      namespace: () => (namespace ??= module.namespace) as unknown as GuestHandle,
      release() {
        if (!held.delete(made) || isLost) return;
        namespace?.release();
        module.release();
      },
    };
    held.add(made);
    ownModules.set(module, made);
    return made;
  }

  return {
    createContext() {
      const context = attempt(() => isolate.createContextSync());
      // isolated-vm holds on to each of these, and each of them to its context, until the host's garbage is collected.
      const held = new Set<Releasable>();
      const hold = <T extends Releasable>(reference: T): T => {
        held.add(reference);
        return reference;
      };
      return {
        runBundle(text, name) {
          return attempt(() => {
            const script = scripts.get(name) ?? compileBundle(text, name);
            scripts.set(name, script);
            return makeObject(hold(script.runSync(context, { reference: true, timeout: 5000 })));
          });
        },
        openDoor(readBundle) {
          return attempt(() => {
            if (snapshot === undefined) {
              const script = scripts.get(DOOR) ?? compileBundle(doorScript(readBundle()), 'door');
              scripts.set(DOOR, script);
              script.runSync(context, { timeout: 5000 });
            }
            return makeDoor(hold(context.global.getSync(DOOR, { reference: true })));
          });
        },
        compileModule(text, filename) {
          try {
            return makeModule(isolate.compileModuleSync(text, { filename }), context, held);
          } catch (error) {
            throwIfLost(error, 0, Infinity);
            throw toSyntaxError(error);
          }
        },
        dispose() {
          if (isLost) return;
          for (const each of held) each.release();
          held.clear();
          context.release();
        },
      };
    },
    startWindow(timeLimitMs) {
      deadlineMs = Math.ceil((performance.now() + timeLimitMs) / DEADLINE_STEP_MS) * DEADLINE_STEP_MS;
    },
    get isolateMs() {
      return isolateMs;
    },
    get isLost() {
      return isLost;
    },
    [Symbol.dispose]() {
      try {
        isolate.dispose();
      } catch {
        // Already disposed, by a limit.
      }
    },
  };
}

/** Handles go back into their context as the thing itself. */
function toArgument(arg: unknown): unknown {
  return arg instanceof ivm.Reference ? arg.derefInto() : arg;
}

function toSyntaxError(error: unknown): GuestSyntaxError {
  const message = error instanceof Error ? error.message : String(error);
  const place = SYNTAX_PLACE.exec(message);
  return new GuestSyntaxError(
    message.replace(SYNTAX_PLACE, ''),
    place?.[1],
    place ? Number(place[2]) : undefined,
    place ? Number(place[3]) : undefined,
  );
}

/** What isolated-vm copied out of a thrown value: strings, whatever the guest made of them. */
function describe(error: unknown): { name: string; message: string; stack: string } {
  const text = (value: unknown, limit: number): string =>
    typeof value === 'string' ? value.slice(0, limit) : '';
  if (typeof error !== 'object' || error === null)
    return { name: '', message: text(String(error), 1000), stack: '' };
  const { name, message, stack } = error as { name?: unknown; message?: unknown; stack?: unknown };
  return { name: text(name, 100), message: text(message, 1000), stack: text(stack, 4000) };
}

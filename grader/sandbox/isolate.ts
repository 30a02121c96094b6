// The only place that imports isolated-vm. An isolate lives for one submission, a context for one test. Everything here is
// synchronous: one submission at a time per process, a timeout on every crossing, no host callback, no reference left inside.
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
  readonly line: number | undefined;
  readonly column: number | undefined;
  constructor(message: string, line?: number, column?: number) {
    super(message);
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
  /** @throws GuestSyntaxError when an import has no such export. */
  link(resolve: (specifier: string) => GuestModule): void;
  evaluate(): Crossing;
  /** Calls an exported function of an evaluated module. */
  call(name: string, ...args: GuestHandle[]): Crossing;
  /** The module's namespace, to be handed back into the same context. */
  namespace(): GuestHandle;
};

declare const guestHandle: unique symbol;
/** Something that lives in a context; opaque to the host. */
export type GuestHandle = { readonly [guestHandle]: true };

export type Context = {
  /** Runs a trusted bundle, returns its value. */
  runBundle(text: string, name: string): GuestObject;
  /** @throws GuestSyntaxError */
  compileModule(text: string, filename: string): GuestModule;
  dispose(): void;
};

export type GuestObject = {
  call(method: string, ...args: (string | number | boolean | GuestHandle)[]): Crossing;
  /** Calls a method whose result is an object, and gives access to that. */
  callForObject(method: string, ...args: (string | number)[]): GuestObject;
  property(name: string): GuestHandle;
};

export type Isolate = Disposable & {
  createContext(): Context;
  /** Starts a new time window: from now on, calls share `timeLimitMs` of real time in the isolate. */
  startWindow(timeLimitMs: number): void;
  /** Real time spent in guest code since the isolate was made. */
  readonly isolateMs: number;
  readonly isLost: boolean;
};

/** V8's compiled form of the trusted bundles, by text: made by this process, for its next isolates. Never from outside. */
const codeCaches = new Map<string, ivm.ExternalCopy<ArrayBuffer>>();

const SYNTAX_PLACE = / \[[^\]]*?:(\d+):(\d+)\]$/;

export function createIsolate(limits: { memoryLimitMiB: number }): Isolate {
  const isolate = new ivm.Isolate({ memoryLimit: limits.memoryLimitMiB });
  const scripts = new Map<string, ivm.Script>();
  let deadlineMs = Infinity;
  let isolateMs = 0;
  let isLost = false;

  function compileBundle(text: string, filename: string): ivm.Script {
    const cachedData = codeCaches.get(text);
    if (cachedData !== undefined) return isolate.compileScriptSync(text, { filename, cachedData });
    // The declared type of a script leaves the field out.
    const script: ivm.Script & { cachedData?: ivm.ExternalCopy<ArrayBuffer> } = isolate.compileScriptSync(
      text,
      { filename, produceCachedData: true },
    );
    if (script.cachedData !== undefined) codeCaches.set(text, script.cachedData);
    return script;
  }

  /** Runs one crossing with what is left of the window; tells an exhausted isolate from a guest's own error. */
  function cross(run: (timeout: number) => unknown): Crossing {
    const startMs = performance.now();
    // 0 would mean "no limit".
    const timeout = Math.max(1, Math.ceil(deadlineMs - startMs));
    try {
      return { threw: false, value: run(Number.isFinite(timeout) ? timeout : 10_000) };
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
      call: (name, ...args) =>
        cross((timeout) => cached(name).applySync(undefined, args.map(toArgument), { timeout })),
      callForObject(name, ...args) {
        const crossing = cross((timeout) =>
          cached(name).applySync(undefined, args as never[], { timeout, result: { reference: true } }),
        );
        if (crossing.threw)
          throw new Error(`${name} failed in the guest: ${crossing.message}\n${crossing.stack}`);
        return makeObject(crossing.value as ivm.Reference<object>);
      },
      property: (name) => method(name) as unknown as GuestHandle,
    };
  }

  function makeModule(module: ivm.Module, context: ivm.Context): GuestModule & { native: ivm.Module } {
    return {
      native: module,
      specifiers: module.dependencySpecifiers,
      link(resolve) {
        try {
          module.instantiateSync(
            context,
            (specifier) => (resolve(specifier) as GuestModule & { native: ivm.Module }).native,
          );
        } catch (error) {
          throwIfLost(error, 0, Infinity);
          throw toSyntaxError(error);
        }
      },
      evaluate: () => cross((timeout) => module.evaluateSync({ timeout })),
      call: (name, ...args) =>
        cross((timeout) => {
          const exported: ivm.Reference = module.namespace.getSync(name, { reference: true });
          return exported.applySync(undefined, args.map(toArgument) as never[], { timeout });
        }),
      namespace: () => module.namespace as unknown as GuestHandle,
    };
  }

  return {
    createContext() {
      const context = attempt(() => isolate.createContextSync());
      return {
        runBundle(text, name) {
          return attempt(() => {
            const script = scripts.get(name) ?? compileBundle(text, name);
            scripts.set(name, script);
            return makeObject(script.runSync(context, { reference: true, timeout: 5000 }));
          });
        },
        compileModule(text, filename) {
          try {
            return makeModule(isolate.compileModuleSync(text, { filename }), context);
          } catch (error) {
            throwIfLost(error, 0, Infinity);
            throw toSyntaxError(error);
          }
        },
        dispose() {
          if (!isLost) context.release();
        },
      };
    },
    startWindow(timeLimitMs) {
      deadlineMs = performance.now() + timeLimitMs;
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
    place ? Number(place[1]) : undefined,
    place ? Number(place[2]) : undefined,
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

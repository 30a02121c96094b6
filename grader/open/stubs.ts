// Vitest's `stubGlobal` and `stubEnv`: values put in place of others until they are asked back.

type Place = { target: object; key: string; before: PropertyDescriptor | undefined };
type StubWord = 'stubGlobal' | 'unstubAllGlobals' | 'stubEnv' | 'unstubAllEnvs';

export function makeStubs(): { [word in StubWord]: (...args: never[]) => void } {
  const globals: Place[] = [];
  const variables: Place[] = [];
  const environment = (): object => (globalThis as { process?: { env?: object } }).process?.env ?? {};
  return {
    stubGlobal: (name: string, value: unknown) => put(globals, globalThis, name, value),
    unstubAllGlobals: () => putBack(globals),
    stubEnv: (name: string, value: unknown) => put(variables, environment(), name, value),
    unstubAllEnvs: () => putBack(variables),
  };
}

function put(places: Place[], target: object, key: string, value: unknown): void {
  places.push({ target, key, before: Object.getOwnPropertyDescriptor(target, key) });
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: true });
}

/** The last first: a name that was stubbed twice gets its first value back. */
function putBack(places: Place[]): void {
  for (const { target, key, before } of places.splice(0).toReversed()) {
    if (before === undefined) Reflect.deleteProperty(target, key);
    else Object.defineProperty(target, key, before);
  }
}

// What the assertion and mock libraries expect of a platform beyond what the isolate leaves them. They look for both when
// they are loaded, and only then: what is put here is taken away again by `withoutPlatform`.
const borrowed = ['WeakRef', 'FinalizationRegistry'] as const;
const missing = borrowed.filter((name) => !(name in globalThis));

/** A context lives for one test: holding strongly what a mock refers to weakly costs nothing. */
class StrongRef<T extends object> {
  #held: T;
  constructor(held: T) {
    this.#held = held;
  }
  deref(): T {
    return this.#held;
  }
}

class NoRegistry {
  register(): void {}
  unregister(): boolean {
    return false;
  }
}

const replacements = { WeakRef: StrongRef, FinalizationRegistry: NoRegistry };
for (const name of missing)
  Object.defineProperty(globalThis, name, { value: replacements[name], configurable: true });

export function withoutPlatform(): void {
  for (const name of missing) Reflect.deleteProperty(globalThis, name);
}

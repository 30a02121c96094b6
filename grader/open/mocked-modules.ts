// `jest.mock` and `vi.mock`: the modules that a spec replaces. Each is linked as a facade (grader/open/facade.ts) that tells
// its setter here; exports are live, so that whoever imported them sees the replacement.
import { fn } from '@vitest/spy';

type Exports = { [name: string]: unknown };
type Factory = (importActual: () => Promise<Exports>) => unknown;
type Replaceable = { actual: Exports; current: Exports; assign: (exports: Exports) => void };

export type MockedModules = {
  /** Called by each facade when it is evaluated. */
  register: (specifier: string, actual: Exports, assign: (exports: Exports) => void) => void;
  mock: (specifier: string, factory?: Factory) => void;
  restore: (specifier: string) => void;
  actual: (specifier: string) => Exports;
  mocked: (specifier: string) => Exports;
};

export function makeMockedModules(): MockedModules {
  const modules = new Map<string, Replaceable>();

  function find(specifier: string): Replaceable {
    const found = modules.get(specifier);
    if (found !== undefined) return found;
    throw new Error(
      `"${specifier}" cannot be replaced: expected a module that the spec names in a literal string`,
    );
  }

  function replace(specifier: string, exports: Exports): void {
    const module = find(specifier);
    module.current = exports;
    module.assign(exports);
  }

  return {
    register(specifier, actual, assign) {
      modules.set(specifier, { actual, current: actual, assign });
    },
    mock(specifier, factory) {
      const { actual } = find(specifier);
      if (factory === undefined) return replace(specifier, automock(actual));
      const made = factory(async () => actual);
      if (made instanceof Promise) void made.then((exports: Exports) => replace(specifier, exports));
      else replace(specifier, made as Exports);
    },
    restore: (specifier) => replace(specifier, find(specifier).actual),
    actual: (specifier) => find(specifier).actual,
    mocked: (specifier) => find(specifier).current,
  };
}

/** Functions become mocks that return nothing; all else stays. */
function automock(actual: Exports): Exports {
  return Object.fromEntries(
    Object.entries(actual).map(([name, value]) => [name, typeof value === 'function' ? fn() : value]),
  );
}

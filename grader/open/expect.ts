// `expect` for a spec: Vitest's own matchers, with Jest's reading of errors where the spec is Jest's.
import {
  addCustomEqualityTesters,
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
  type ExpectStatic,
  type MatcherState,
} from '@vitest/expect';
import type { Flavour } from './flavour.ts';

/** What Vitest's assertions note on a test: soft failures, and promises that nobody awaited. */
export type AssertionNotes = {
  promises: Promise<unknown>[];
  onFinished: (() => void)[];
  result: { errors: unknown[] };
};

export type SpecExpect = {
  expect: ExpectStatic;
  /** Starts a test: assertions are counted from 0. */
  begin(name: string, notes: AssertionNotes): void;
  /** @throws when another number of assertions ran than the test asked for. */
  requireAssertions(): void;
};

type Extend = (expect: unknown, matchers: object) => void;
type State = Partial<MatcherState> & { [key: string]: unknown };

export function makeExpect(flavour: Flavour): SpecExpect {
  chai.use(JestExtend);
  chai.use(JestChaiExpect);
  chai.use(JestAsymmetricMatchers);
  let notes: AssertionNotes | undefined;

  const expect = ((actual: unknown, message?: string) => {
    setState({ assertionCalls: getState(expect).assertionCalls + 1 }, expect);
    const assertion = chai.expect(actual, message) as unknown as { withTest(test: unknown): unknown };
    return notes === undefined ? assertion : assertion.withTest(notes);
  }) as unknown as ExpectStatic;
  const extend = chai.expect as unknown as { extend: Extend };
  Object.assign(expect, chai.expect, (globalThis as { [key: symbol]: unknown })[ASYMMETRIC_MATCHERS_OBJECT]);
  Object.assign(expect, {
    getState: () => getState(expect),
    setState: (state: State) => setState(state, expect),
    assert: chai.assert,
    extend: (matchers: object) => extend.extend(expect, matchers),
    addEqualityTesters: addCustomEqualityTesters,
    soft: (actual: unknown, message?: string) =>
      (expect(actual, message) as unknown as { withContext(context: object): unknown }).withContext({
        soft: true,
      }),
    unreachable: (message?: string) =>
      chai.assert.fail(`expected${message === undefined ? '' : ` "${message}"`} not to be reached`),
    assertions: (count: number) => setState({ expectedAssertionsNumber: count }, expect),
    hasAssertions: () => setState({ isExpectingAssertions: true }, expect),
  });
  reset(expect, '');
  extend.extend(expect, customMatchers);
  extend.extend(expect, snapshotMatchers);
  if (flavour === 'jest') readErrorsAsJest();

  return {
    expect,
    begin(name, started) {
      notes = started;
      reset(expect, name);
    },
    requireAssertions: () => requireAssertions(getState(expect)),
  };
}

function reset(expect: ExpectStatic, currentTestName: string): void {
  const state = { assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null };
  setState({ ...state, currentTestName }, expect);
}

function requireAssertions({
  assertionCalls,
  expectedAssertionsNumber,
  isExpectingAssertions,
}: MatcherState) {
  if (typeof expectedAssertionsNumber === 'number' && expectedAssertionsNumber !== assertionCalls) {
    throw new chai.AssertionError(
      `expected number of assertions to be ${expectedAssertionsNumber}, but got ${assertionCalls}`,
    );
  }
  if (isExpectingAssertions && assertionCalls === 0) {
    throw new chai.AssertionError('expected any number of assertion, but got none');
  }
}

/** Two errors are equal to Jest when their messages are; `toThrow(new Error('…'))` compares the message alone. */
function readErrorsAsJest(): void {
  addCustomEqualityTesters([
    (one: unknown, other: unknown) =>
      one instanceof Error && other instanceof Error ? one.message === other.message : undefined,
  ]);
  chai.use(({ Assertion }, utils) => {
    for (const name of ['toThrow', 'toThrowError']) {
      utils.overwriteMethod(
        Assertion.prototype,
        name,
        (inherited: (...args: unknown[]) => unknown) =>
          function toThrowAsJest(this: object, expected?: unknown, ...rest: unknown[]) {
            const isError = expected instanceof Error;
            const wanted = isError ? new MessageOf(expected) : expected;
            return inherited.apply(this, expected === undefined ? [] : [wanted, ...rest]);
          },
      );
    }
  });
}

/** Stands for an error of which only the message counts. */
class MessageOf {
  readonly $$typeof = Symbol.for('jest.asymmetricMatcher');
  readonly error: Error;
  constructor(error: Error) {
    this.error = error;
  }
  asymmetricMatch(other: unknown): boolean {
    return (other as Partial<Error> | null | undefined)?.message === this.error.message;
  }
  toString(): string {
    return 'Error';
  }
  toAsymmetricMatcher(): string {
    return `${this.error.name}: ${this.error.message}`;
  }
}

const snapshotMatchers = Object.fromEntries(
  [
    'toMatchSnapshot',
    'toMatchInlineSnapshot',
    'toThrowErrorMatchingSnapshot',
    'toThrowErrorMatchingInlineSnapshot',
    'toMatchFileSnapshot',
  ].map((name) => [
    name,
    () => {
      throw new Error(`${name}() is not available here: nothing keeps snapshots between two gradings.`);
    },
  ]),
);

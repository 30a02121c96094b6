// What is so when a negated matcher fails. Findings that were stored before they told more say it without a name.
import type { Json } from './types.ts';
import { ms, plural, text, type Params } from './words.ts';

type Fact = (p: Params, line: string) => string;

/** ` of save`, where the matcher was asked about some calls only. */
function ofName(p: Params): string {
  return p['name'] === undefined ? '' : ` of ${text(p['name'])}`;
}

function list(p: Params): string {
  const { items } = p;
  return Array.isArray(items) ? items.map(text).join(', ') : '';
}

const isEmpty = (items: Json | undefined): boolean => Array.isArray(items) && items.length === 0;

/** `fact` where the finding has the parameter, `bare` where it was stored without. */
const knowing =
  (key: string, fact: Fact, bare: string): Fact =>
  (p, line) =>
    p[key] === undefined ? bare : fact(p, line);

const atTimes = (did: string): Fact =>
  knowing(
    'times',
    (p) => {
      const { times } = p;
      return `${text(p['name'])} ${did} at ${ms(Array.isArray(times) ? times.map(text).join(', ') : times)}`;
    },
    `The calls ${did} at that time`,
  );

const facts = new Map<string, Fact>(
  Object.entries({
    toTakeExactly: knowing(
      'expectedMs',
      (p) => `It took ${ms(p['expectedMs'])}`,
      'It took exactly that long',
    ),
    toStartTogether: (p) => `All calls${ofName(p)} started together`,
    toHaveInFlightAtMost: knowing(
      'limit',
      (p) => `Never more than ${plural(p['limit'], 'call was', 'calls were')} in flight at once`,
      'No more calls were in flight at once',
    ),
    toKeepInFlight: knowing(
      'count',
      (p) =>
        `${plural(p['count'], 'call', 'calls')}${ofName(p)} ${p['count'] === 1 ? 'was' : 'were'} kept in flight`,
      'As many calls were kept in flight',
    ),
    toRunOneAfterAnother: (p) => `The calls${ofName(p)} ran one after another`,
    toStartInOrder: knowing(
      'items',
      (p) => `The calls started in this order: ${list(p)}`,
      'The calls started in that order',
    ),
    toSettleInOrder: knowing(
      'items',
      (p) => `The calls settled in this order: ${list(p)}`,
      'The calls settled in that order',
    ),
    toStartAt: atTimes('started'),
    toSettleAt: atTimes('settled'),
    toHaveCalled: knowing(
      'call',
      (p, line) => `${text(p['call'])} was called at ${ms(p['atMs'])}${line}`,
      'Such a call was made',
    ),
    toHaveCalledTimes: knowing(
      'count',
      (p) => `${text(p['name'])} was called ${plural(p['count'], 'time', 'times')}`,
      'That many calls were made',
    ),
    toRejectWith: knowing(
      'error',
      (p, line) => `It rejected with ${text(p['error'])}${line}`,
      'It rejected with that error',
    ),
    toAbortAt: knowing(
      'expectedMs',
      (p) =>
        p['name'] === undefined
          ? `There was an abort at ${ms(p['expectedMs'])}`
          : `${text(p['name'])} was aborted at ${ms(p['expectedMs'])}`,
      'There was an abort at that time',
    ),
    toBlockAtMost: knowing(
      'expectedMs',
      (p) => `The loop was never blocked for more than ${ms(p['expectedMs'])} at a time`,
      'The loop was blocked no longer than that',
    ),
    toLeaveNothingBehind: () => 'Nothing was left behind',
    toPrint: knowing(
      'items',
      (p) => (isEmpty(p['items']) ? 'Nothing was printed' : `Just this was printed: ${list(p)}`),
      'Those lines were printed',
    ),
  }),
);

export function heldSentence(p: Params, line: string): string {
  const fact = facts.get(text(p['matcher']));
  return `${fact?.(p, line) ?? `${text(p['matcher'])} holds`}. Expected: not so.`;
}

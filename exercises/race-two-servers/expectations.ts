import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Late = { server: string; atMs: number };

/** The servers first, then their times, so that a failure says which of the two is wrong. */
function compareLate({ expect }: Evidence, late: Late[], expected: Late[]): void {
  const servers = (list: Late[]) => list.map(({ server }) => server);
  const times = (list: Late[]) => list.map(({ atMs }) => atMs);
  expect(servers(late), 'servers noted as late').toEqual(servers(expected));
  expect(times(late), 'virtual ms at which they were noted').toEqual(times(expected));
}

export default {
  'the first answer wins': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartTogether('ask');
    expect(evidence).toHaveCalledTimes('ask', 2);
    expect(evidence).toTakeExactly(150);
    expect(evidence.result).toBe('Gate 4, says south');
  },

  'an error that comes first wins too': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith('No such flight');
    expect(evidence).toTakeExactly(80);
  },

  'the loser goes on and is noted when it is done': (evidence) => {
    const { expect } = evidence;
    const { answer, lateSoFar, late } = evidence.result;
    expect(answer, 'the answer').toBe('Gate 4');
    expect(lateSoFar, 'noted as late before the loser was done').toEqual([]);
    compareLate(evidence, late, [{ server: 'north', atMs: 400 }]);
  },

  'an error that comes late disturbs nobody': (evidence) => {
    const { expect } = evidence;
    const { lateMs, answer, answeredMs, late } = evidence.result;
    expect(answer, 'the answer').toBe('Gate 7');
    expect(answeredMs, 'virtual ms until it was there').toBe(100);
    compareLate(evidence, late, [{ server: 'south', atMs: lateMs }]);
  },

  'any number of servers, at any speed': (evidence) => {
    const { expect } = evidence;
    const { servers, latenciesMs, answer, answeredMs, late } = evidence.result;
    const all = servers.map((server, index) => ({ server, atMs: latenciesMs[index] ?? 0 }));
    const [first, ...losers] = all.toSorted((one, other) => one.atMs - other.atMs);
    expect(evidence).toStartTogether('ask');
    expect(evidence).toHaveCalledTimes('ask', servers.length);
    expect(answer, 'the answer').toBe(null);
    expect(answeredMs, 'virtual ms until it was there').toBe(first?.atMs);
    compareLate(evidence, late, losers);
  },

  'two calls at once do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { shiftMs, answeredMs, late } = evidence.result;
    expect(answeredMs, 'virtual ms until both answers were there').toBe(200);
    compareLate(evidence, late, [
      { server: 'south', atMs: 300 + shiftMs },
      { server: 'west', atMs: 400 + shiftMs },
    ]);
  },
} satisfies Expectations<typeof scenarios>;

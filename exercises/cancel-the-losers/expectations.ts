import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'the first answer wins, and the others are aborted at that moment': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartTogether();
    expect(evidence).toAbortAt(120, 'north');
    expect(evidence).toAbortAt(120, 'east');
    expect(evidence.result).toBe('from south');
    expect(evidence).toTakeExactly(120);
    for (const name of ['north', 'south', 'east']) expect(evidence).toHaveCalledTimes(name, 1);
  },

  'a server that is down does not matter': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBe('from south');
    expect(evidence).toAbortAt(200, 'east');
    expect(evidence).toTakeExactly(200);
  },

  'if all servers are down, it says why': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith({
      name: 'AggregateError',
      errors: [{ message: 'North is down' }, { message: 'South is down' }],
    });
    expect(evidence).toTakeExactly(150);
  },

  'any number of sources, some of them down': (evidence) => {
    const { expect } = evidence;
    const { latenciesMs, winnerMs, answer } = evidence.result;
    expect(answer, 'the answer').toBe(`answer ${latenciesMs.indexOf(winnerMs)}`);
    expect(evidence).toStartTogether('ask');
    for (const [place, ms] of latenciesMs.entries()) {
      const outcome = evidence.calls('ask')[place]?.outcome;
      expect(outcome === 'cancelled', `whether the source of ${ms} ms was aborted`).toBe(ms > winnerMs);
    }
    expect(evidence).toSettleAt(
      'ask',
      latenciesMs.map((ms) => Math.min(ms, winnerMs)),
    );
    expect(evidence).toTakeExactly(winnerMs);
  },

  'a source that does not listen disturbs nobody': (evidence) => {
    const { expect } = evidence;
    const { winnerMs, answeredAtMs, answer } = evidence.result;
    expect(answer, 'the answer').toBe('from north');
    expect(answeredAtMs, 'virtual ms at which the answer was there').toBe(winnerMs);
  },

  'two questions do not touch each other': (evidence) => {
    const { expect } = evidence;
    const { quickMs, slowMs, answers } = evidence.result;
    expect(answers, 'the two answers').toEqual(['from north', 'from east']);
    expect(evidence).toAbortAt(quickMs, 'south');
    expect(evidence).toAbortAt(slowMs, 'west');
  },
} satisfies Expectations<typeof scenarios>;

import type { Call, Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

const REFUSED = 'rejects with Error: Card is refused';
const BOOKED = 'fulfils with "booked"';
const SOLD_OUT = 'fulfils with "sold out"';

/** An outcome as a phrase. */
function inWords(outcome: Outcome): string {
  if ('error' in outcome) return `rejects with ${outcome.error.name}: ${outcome.error.message}`;
  return `fulfils with ${JSON.stringify(outcome.value)}`;
}

function chargeOf(evidence: Evidence, name: string): Call | undefined {
  return evidence.calls('charge').find(({ args }) => args[0] === name);
}

/** Seats that were sold or being paid for when this buyer asked; those that were given back in that very ms count as both. */
function takenAt(evidence: Evidence, atMs: number, name: string): { most: number; least: number } {
  const others = evidence.calls('charge').filter(({ args, startMs }) => args[0] !== name && startMs < atMs);
  const isBack = (call: Call, byMs: number): boolean =>
    call.outcome === 'rejected' && (call.endMs ?? byMs + 1) <= byMs;
  return {
    most: others.filter((call) => !isBack(call, atMs - 1)).length,
    least: others.filter((call) => !isBack(call, atMs)).length,
  };
}

export default {
  'a seat that is sold stays sold': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['booked', 'booked', 'sold out']);
    expect(evidence).toStartInOrder(['charge("Ada")', 'charge("Bo")']);
    expect(evidence).toTakeExactly(400);
  },

  'two buyers at once, one seat': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('charge', 1);
    expect(evidence.result).toEqual(['booked', 'sold out']);
    expect(evidence).toTakeExactly(200);
  },

  'the last seat is sold once, however long paying takes': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('charge', 1);
    expect(evidence.result).toEqual({ ada: 'booked', bo: 'sold out' });
  },

  'a refused card gives the seat back': (evidence) => {
    const { expect } = evidence;
    const { ada, bo, cem } = evidence.result;
    expect(inWords(ada), 'book("Ada"), whose card is refused').toBe(REFUSED);
    expect(inWords(bo), 'book("Bo"), who asks next').toBe(BOOKED);
    expect(inWords(cem), 'book("Cem"), when the last seat is sold').toBe(SOLD_OUT);
    expect(evidence).toTakeExactly(160);
  },

  'buyers do not wait for one another': (evidence) => {
    const { expect } = evidence;
    const { latenciesMs, outcomes, late, soldOutAfterMs, answeredAfterMs } = evidence.result;
    expect(outcomes, 'outcomes of three buyers for three seats').toEqual(['booked', 'booked', 'booked']);
    expect(late, 'outcome of the fourth').toBe('sold out');
    expect(evidence).toStartTogether('charge');
    expect(soldOutAfterMs, 'virtual ms until all three have paid').toBe(Math.max(...latenciesMs));
    expect(answeredAfterMs - soldOutAfterMs, 'virtual ms until the fourth is answered').toBe(0);
  },

  'each hall counts its own seats': (evidence) => {
    const { expect } = evidence;
    const { small, large } = evidence.result;
    expect(small, 'two outcomes in a hall of one seat').toEqual(['booked', 'sold out']);
    expect(large, 'three outcomes in a hall of two seats').toEqual(['booked', 'booked', 'sold out']);
    expect(evidence).toHaveCalledTimes('charge', 3);
  },

  'a refused card gives back one seat, and no more': (evidence) => {
    const { expect } = evidence;
    const { bo, cem, dora } = evidence.result;
    expect(bo, 'outcome for Bo, who pays while the card of Ada is refused').toBe('booked');
    expect(cem, 'outcome for Cem, who gets her seat').toBe('booked');
    expect(dora, 'outcome for Dora, who comes when both seats are sold').toBe('sold out');
  },

  'any crowd, and any cards': (evidence) => {
    const { expect } = evidence;
    const { seats, answers } = evidence.result;
    for (const { name, atMs, outcome } of answers) {
      const { most, least } = takenAt(evidence, atMs, name);
      const call = chargeOf(evidence, name);
      if (most < seats)
        expect(call?.startMs, `virtual ms at which ${name} is charged, with a seat free`).toBe(atMs);
      if (least >= seats)
        expect(call !== undefined, `${name} is charged, though no seat is free`).toBe(false);
      const paid = call?.outcome === 'rejected' ? REFUSED : BOOKED;
      expect(inWords(outcome), `book("${name}")`).toBe(call === undefined ? SOLD_OUT : paid);
    }
  },
} satisfies Expectations<typeof scenarios>;

import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function savedChanges(evidence: Evidence): unknown[] {
  return evidence.calls('saveChange').map((call) => call.args[0]);
}

function baseRevisions(evidence: Evidence): unknown[] {
  return evidence.calls('saveChange').map((call) => call.args[1]);
}

function sum(latenciesMs: number[]): number {
  return latenciesMs.reduce((total, ms) => total + ms, 0);
}

/** The message of what it rejected with, or a word that it did not. */
function messageOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.message : 'it did not reject';
}

export default {
  'each change builds on the revision before it': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRunOneAfterAnother('saveChange');
    expect(baseRevisions(evidence), 'revisions they build on').toEqual([1, 2, 3]);
    expect(savedChanges(evidence), 'changes saved').toEqual(['title', 'summary', 'ending']);
    expect(evidence.result).toBe(4);
    expect(evidence).toTakeExactly(300);
  },

  'a revision may jump': (evidence) => {
    const { expect } = evidence;
    expect(baseRevisions(evidence), 'revisions they build on').toEqual([3, 7]);
    expect(evidence.result).toBe(12);
    expect(evidence).toTakeExactly(200);
  },

  'no changes leave the revision as it is': (evidence) => {
    const { expect } = evidence;
    expect(savedChanges(evidence), 'changes saved').toEqual([]);
    expect(evidence.result).toBe(8);
  },

  'a refused change stops the rest': (evidence) => {
    const { expect } = evidence;
    expect(savedChanges(evidence), 'changes tried').toEqual(['title', 'summary']);
    expect(evidence).toRejectWith('Document is locked');
    expect(evidence).toTakeExactly(200);
  },

  'any list of changes, at any speed': (evidence) => {
    const { expect } = evidence;
    const { changes, revisions, latenciesMs, newest, list } = evidence.result;
    expect(savedChanges(evidence), 'changes saved').toEqual(changes);
    expect(baseRevisions(evidence), 'revisions they build on').toEqual(revisions.slice(0, -1));
    expect(newest, 'the newest revision').toBe(revisions.at(-1));
    expect(list, 'the list afterwards').toEqual(changes);
    expect(evidence).toTakeExactly(sum(latenciesMs));
  },

  'a refusal anywhere in the list': (evidence) => {
    const { expect } = evidence;
    const { refused, outcome } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe(`Section ${refused} is being edited`);
    expect(evidence).toHaveCalledTimes('saveChange', refused + 1);
    expect(evidence).toTakeExactly(40 * (refused + 1));
  },
} satisfies Expectations<typeof scenarios>;

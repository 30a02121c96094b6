import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function savedNotes(evidence: Evidence): unknown[] {
  return evidence.calls('saveNote').map((call) => call.args[0]);
}

function sum(latenciesMs: number[]): number {
  return latenciesMs.reduce((total, ms) => total + ms, 0);
}

export default {
  'saveAll waits for the last note': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toTakeExactly(300);
    expect(evidence).toLeaveNothingBehind();
    expect(evidence.result).toBe(3);
  },

  'notes are saved one after another, in order': (evidence) => {
    const { expect } = evidence;
    expect(savedNotes(evidence), 'notes saved').toEqual(['plan', 'draft', 'letter']);
    expect(evidence).toRunOneAfterAnother('saveNote');
    expect(evidence).toTakeExactly(600);
    expect(evidence.result).toBe(3);
  },

  'the value is the number of notes saved': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ none: 0, two: 2 });
    expect(savedNotes(evidence), 'notes saved').toEqual(['sun', 'rain']);
  },

  'an error reaches the caller and stops the rest': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith('Disk full');
    expect(savedNotes(evidence), 'notes tried').toEqual(['title', 'photo']);
    expect(evidence).toTakeExactly(200);
  },

  'any list of notes, at any speed': (evidence) => {
    const { expect } = evidence;
    const { texts, latenciesMs, saved, notes } = evidence.result;
    expect(savedNotes(evidence), 'notes saved').toEqual(texts);
    expect(evidence).toRunOneAfterAnother('saveNote');
    expect(evidence).toTakeExactly(sum(latenciesMs));
    expect(saved).toBe(texts.length);
    expect(notes, 'the list afterwards').toEqual(texts);
  },

  'an error anywhere in the list': (evidence) => {
    const { expect } = evidence;
    const { texts, latenciesMs, failingIndex, message } = evidence.result;
    expect(message, 'what saveAll rejects with').toBe(`Sector ${failingIndex} is broken`);
    expect(savedNotes(evidence), 'notes tried').toEqual(texts.slice(0, failingIndex + 1));
    expect(evidence).toTakeExactly(sum(latenciesMs.slice(0, failingIndex + 1)));
  },
} satisfies Expectations<typeof scenarios>;

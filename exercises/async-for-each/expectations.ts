// A result has the shape that the scenario of the same name gave it.
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { Evidence, Expectations } from '#grader/author.ts';

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
    const { texts, latenciesMs, saved, notes } = evidence.result as {
      texts: string[];
      latenciesMs: number[];
      saved: unknown;
      notes: unknown;
    };
    expect(savedNotes(evidence), 'notes saved').toEqual(texts);
    expect(evidence).toRunOneAfterAnother('saveNote');
    expect(evidence).toTakeExactly(sum(latenciesMs));
    expect(saved).toBe(texts.length);
    expect(notes, 'the list afterwards').toEqual(texts);
  },

  'an error anywhere in the list': (evidence) => {
    const { expect } = evidence;
    const { texts, latenciesMs, failingIndex, message } = evidence.result as {
      texts: string[];
      latenciesMs: number[];
      failingIndex: number;
      message: unknown;
    };
    expect(message, 'what saveAll rejects with').toBe(`Sector ${failingIndex} is broken`);
    expect(savedNotes(evidence), 'notes tried').toEqual(texts.slice(0, failingIndex + 1));
    expect(evidence).toTakeExactly(sum(latenciesMs.slice(0, failingIndex + 1)));
  },
} satisfies Expectations;

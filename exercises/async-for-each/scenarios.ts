import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** Four to eight notes with their latencies; the last has the same text as the first. */
function someNotes(lab: Lab<Solution>): { texts: string[]; latenciesMs: number[] } {
  const length = lab.integer(4, 8);
  const texts = Array.from({ length }, () => `note ${lab.integer(100, 999)}`);
  texts.splice(-1, 1, texts[0] ?? '');
  return { texts, latenciesMs: texts.map(() => lab.integer(5, 250)) };
}

export default {
  'saveAll waits for the last note': {
    async run(lab) {
      const { saveNote } = lab.simulate({ saveNote: { ms: 100 } });
      return await lab.solution.saveAll(['milk', 'bread', 'tea'], saveNote);
    },
  },

  'notes are saved one after another, in order': {
    async run(lab) {
      const { saveNote } = lab.simulate({
        saveNote: { ms: [300, 100, 200] },
      });
      return await lab.solution.saveAll(['plan', 'draft', 'letter'], saveNote);
    },
  },

  'the value is the number of notes saved': {
    async run(lab) {
      const { saveNote } = lab.simulate({ saveNote: { ms: 10 } });
      const none = await lab.solution.saveAll([], saveNote);
      const two = await lab.solution.saveAll(['sun', 'rain'], saveNote);
      return { none, two };
    },
  },

  'an error reaches the caller and stops the rest': {
    async run(lab) {
      const { saveNote } = lab.simulate({
        saveNote: { ms: 100, rejects: ([note]) => (note === 'photo' ? 'Disk full' : undefined) },
      });
      return await lab.solution.saveAll(['title', 'photo', 'caption', 'date'], saveNote);
    },
  },

  'any list of notes, at any speed': {
    hidden: true,
    async run(lab) {
      const { texts, latenciesMs } = someNotes(lab);
      const { saveNote } = lab.simulate({ saveNote: { ms: latenciesMs } });
      const notes = [...texts];
      const saved = await lab.solution.saveAll(notes, saveNote);
      return { texts, latenciesMs, saved, notes };
    },
  },

  'an error anywhere in the list': {
    hidden: true,
    async run(lab) {
      const { texts, latenciesMs } = someNotes(lab);
      const failingIndex = lab.integer(0, texts.length - 2);
      const { saveNote } = lab.simulate({
        saveNote: {
          ms: latenciesMs,
          rejects: { [failingIndex]: `Sector ${failingIndex} is broken` },
        },
      });
      const message = await lab.solution.saveAll([...texts], saveNote).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      return { texts, latenciesMs, failingIndex, message };
    },
  },
} satisfies Scenarios<Solution>;

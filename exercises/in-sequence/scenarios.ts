import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** A document that goes through these revisions; a save that builds on another one than the current is refused. */
function documentWith(lab: Lab<Solution>, revisions: number[], ms: number | number[]): solution.SaveChange {
  const { saveChange } = lab.simulate({
    saveChange: {
      ms,
      values: revisions.slice(1),
      rejects: ([, basedOn], index) =>
        basedOn === revisions[index]
          ? undefined
          : `Document is at revision ${revisions[index]}, not ${String(basedOn)}`,
    },
  });
  return saveChange;
}

/** Four to seven changes; the last has the same text as the first. */
function someChanges(lab: Lab<Solution>): string[] {
  const first = `change ${lab.integer(100, 999)}`;
  const between = Array.from({ length: lab.integer(2, 5) }, () => `change ${lab.integer(100, 999)}`);
  return [first, ...between, first];
}

/** One revision more than there are changes, each higher than the one before. */
function revisionsFor(lab: Lab<Solution>, changes: string[]): number[] {
  const revisions = [lab.integer(1, 50)];
  for (const _ of changes) revisions.push((revisions.at(-1) ?? 0) + lab.integer(2, 9));
  return revisions;
}

export default {
  'each change builds on the revision before it': {
    async run(lab) {
      const saveChange = documentWith(lab, [1, 2, 3, 4], 100);
      return await lab.solution.saveChanges(['title', 'summary', 'ending'], 1, saveChange);
    },
  },

  'a revision may jump': {
    async run(lab) {
      const saveChange = documentWith(lab, [3, 7, 12], [150, 50]);
      return await lab.solution.saveChanges(['title', 'ending'], 3, saveChange);
    },
  },

  'no changes leave the revision as it is': {
    async run(lab) {
      const saveChange = documentWith(lab, [8, 9], 100);
      return await lab.solution.saveChanges([], 8, saveChange);
    },
  },

  'a refused change stops the rest': {
    async run(lab) {
      const { saveChange } = lab.simulate({
        saveChange: { ms: 100, values: [2, 3, 4], rejects: { 1: 'Document is locked' } },
      });
      return await lab.solution.saveChanges(['title', 'summary', 'ending'], 1, saveChange);
    },
  },

  'any list of changes, at any speed': {
    hidden: true,
    async run(lab) {
      const changes = someChanges(lab);
      const revisions = revisionsFor(lab, changes);
      const latenciesMs = changes.map(() => lab.integer(10, 300));
      const saveChange = documentWith(lab, revisions, latenciesMs);
      const list = lab.copy(changes);
      const newest = await lab.solution.saveChanges(list, revisions[0] ?? 0, saveChange);
      return { changes, revisions, latenciesMs, newest, list };
    },
  },

  'a refusal anywhere in the list': {
    hidden: true,
    async run(lab) {
      const changes = someChanges(lab);
      const refused = lab.integer(0, changes.length - 2);
      const { saveChange } = lab.simulate({
        saveChange: {
          ms: 40,
          values: revisionsFor(lab, changes),
          rejects: { [refused]: `Section ${refused} is being edited` },
        },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.saveChanges(changes, 0, saveChange));
      return { refused, outcome };
    },
  },
} satisfies Scenarios<Solution>;

import type { CallBehaviour, Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Step = 'openDatabase' | 'openFile' | 'readRows' | 'write' | 'closeFile' | 'closeDatabase';
type World = Parameters<Solution['exportRows']>;

const ROWS = ['ant', 'bee'];

/** A database with rows and a file, whose six steps can be told to be slow or to fail. */
function makeWorld(lab: Lab<Solution>, rows: string[], steps: { [S in Step]?: CallBehaviour }): World {
  const step = lab.simulate({
    openDatabase: { ms: 40, ...steps.openDatabase },
    openFile: { ms: 20, ...steps.openFile },
    readRows: { ms: 50, value: rows, ...steps.readRows },
    write: { ms: 10, ...steps.write },
    closeFile: { ms: 15, ...steps.closeFile },
    closeDatabase: { ms: 25, ...steps.closeDatabase },
  });
  const database = { readRows: () => step.readRows(), [Symbol.asyncDispose]: () => step.closeDatabase() };
  const file = { write: (row: string) => step.write(row), [Symbol.asyncDispose]: () => step.closeFile() };
  return [() => step.openDatabase().then(() => database), () => step.openFile().then(() => file)];
}

export default {
  'rows are copied, then both are closed': {
    async run(lab) {
      return await lab.solution.exportRows(...makeWorld(lab, ROWS, {}));
    },
  },

  'a write that fails leaves nothing open': {
    async run(lab) {
      const world = makeWorld(lab, ROWS, { write: { rejects: ['Disk full'] } });
      return await lab.outcomeOf(() => lab.solution.exportRows(...world));
    },
  },

  'without a file, the database is closed': {
    async run(lab) {
      const world = makeWorld(lab, ROWS, { openFile: { rejects: 'No such folder' } });
      return await lab.outcomeOf(() => lab.solution.exportRows(...world));
    },
  },

  'without a database, nothing else is opened': {
    hidden: true,
    async run(lab) {
      const message = `Fault ${lab.integer(100, 999)}`;
      const world = makeWorld(lab, ROWS, { openDatabase: { rejects: message } });
      return { message, outcome: await lab.outcomeOf(() => lab.solution.exportRows(...world)) };
    },
  },

  'a file that cannot be closed does not keep the database open': {
    hidden: true,
    async run(lab) {
      const message = `Fault ${lab.integer(100, 999)}`;
      const world = makeWorld(lab, ROWS, { closeFile: { rejects: message } });
      return { message, outcome: await lab.outcomeOf(() => lab.solution.exportRows(...world)) };
    },
  },

  'rows that cannot be read leave nothing open': {
    hidden: true,
    async run(lab) {
      const message = `Fault ${lab.integer(100, 999)}`;
      const world = makeWorld(lab, ROWS, { readRows: { rejects: message } });
      return { message, outcome: await lab.outcomeOf(() => lab.solution.exportRows(...world)) };
    },
  },

  'any rows, at any pace': {
    hidden: true,
    async run(lab) {
      const rows = lab.shuffle(['cat', 'dog', 'eel', 'fox', 'gnu']).slice(0, lab.integer(3, 5));
      const world = makeWorld(lab, rows, { write: { ms: rows.map(() => lab.integer(5, 90)) } });
      return { rows: lab.copy(rows), count: await lab.solution.exportRows(...world) };
    },
  },
} satisfies Scenarios<Solution>;

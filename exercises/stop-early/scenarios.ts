import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** A file with these lines: 50 ms to open, 20 ms for each line and for the end, 30 ms to close. */
function simulateFile(lab: Lab<Solution>, lines: string[], unreadable?: number) {
  const { readLine, close } = lab.simulate({
    readLine: {
      ms: 20,
      values: [...lines, null],
      rejects: unreadable === undefined ? [] : { [unreadable]: 'Disk is broken' },
    },
    close: { ms: 30 },
  });
  return lab.simulate({ openFile: { ms: 50, value: () => ({ readLine, close }) } }).openFile;
}

function someLines(lab: Lab<Solution>): string[] {
  return Array.from({ length: lab.integer(3, 6) }, (_, index) => `Line ${index} (${lab.integer(100, 999)})`);
}

export default {
  'the lines come in order, and the file is closed': {
    async run(lab) {
      const openFile = simulateFile(lab, ['First', '', 'Last']);
      const lines: string[] = [];
      for await (const line of lab.solution.readLines(openFile)) lines.push(line);
      return lines;
    },
  },

  'a loop that is left by break closes the file': {
    async run(lab) {
      const openFile = simulateFile(lab, ['First', 'Second', 'Last']);
      for await (const line of lab.solution.readLines(openFile)) {
        if (line === 'First') break;
      }
    },
  },

  'take gives the first values and closes the source': {
    async run(lab) {
      const { source } = lab.simulate({ source: { items: ['a', 'b', 'c', 'd'], everyMs: 10 } });
      const values: unknown[] = [];
      for await (const value of lab.solution.take(source(), 2)) values.push(value);
      return values;
    },
  },

  'the first lines of a file are taken, and it is closed': {
    async run(lab) {
      const openFile = simulateFile(lab, ['First', 'Second', 'Third', 'Last']);
      const lines: string[] = [];
      for await (const line of lab.solution.take(lab.solution.readLines(openFile), 2)) lines.push(line);
      return lines;
    },
  },

  'nothing is opened before a line is asked for': {
    hidden: true,
    async run(lab) {
      const waitMs = lab.integer(100, 200);
      const openFile = simulateFile(lab, ['First', 'Last']);
      const lines = lab.solution.readLines(openFile);
      await lab.sleep(waitMs);
      for await (const line of lines) {
        if (line === 'Last') break;
        await lab.sleep(300);
      }
      return { waitMs };
    },
  },

  'an empty file gives no line, and is closed': {
    hidden: true,
    async run(lab) {
      const openFile = simulateFile(lab, []);
      const lines: unknown[] = [];
      for await (const line of lab.solution.readLines(openFile)) lines.push(line);
      return lines;
    },
  },

  'an error in the body of the loop closes the file': {
    hidden: true,
    async run(lab) {
      const lines = someLines(lab);
      const wrong = lab.integer(0, lines.length - 1);
      const openFile = simulateFile(lab, lines);
      const outcome = await lab.outcomeOf(async () => {
        for await (const line of lab.solution.readLines(openFile)) {
          if (line === lines[wrong]) throw new Error(`Cannot print ${line}`);
        }
      });
      return { line: lines[wrong], wrong, outcome };
    },
  },

  'a line that cannot be read closes the file and fails the loop': {
    hidden: true,
    async run(lab) {
      const unreadable = lab.integer(0, 3);
      const openFile = simulateFile(lab, someLines(lab), unreadable);
      const outcome = await lab.outcomeOf(async () => {
        for await (const line of lab.solution.readLines(openFile)) console.log(line);
      });
      return { unreadable, outcome };
    },
  },

  'a file that cannot be opened is not closed': {
    hidden: true,
    async run(lab) {
      const { openFile } = lab.simulate({ openFile: { ms: 50, rejects: 'No such file' } });
      return await lab.outcomeOf(async () => {
        for await (const line of lab.solution.readLines(openFile)) console.log(line);
      });
    },
  },

  'a short source ends take, and a count of 0 asks for nothing': {
    hidden: true,
    async run(lab) {
      const { short, unasked } = lab.simulate({
        short: { items: lab.shuffle(['a', 'b', 'c']).slice(1), everyMs: 10 },
        unasked: { items: ['a', 'b', 'c'], everyMs: 10 },
      });
      let fromShort = 0;
      let fromUnasked = 0;
      for await (const _ of lab.solution.take(short(), lab.integer(3, 9))) fromShort += 1;
      for await (const _ of lab.solution.take(unasked(), 0)) fromUnasked += 1;
      return { fromShort, fromUnasked };
    },
  },

  'leaving take early closes the source': {
    hidden: true,
    async run(lab) {
      const leaveAt = lab.integer(1, 3);
      const { source } = lab.simulate({ source: { items: ['a', 'b', 'c', 'd', 'e'], everyMs: 10 } });
      const values: unknown[] = [];
      for await (const value of lab.solution.take(source(), 4)) {
        values.push(value);
        if (values.length === leaveAt) break;
      }
      return { leaveAt, values };
    },
  },

  'a source that fails makes take fail': {
    hidden: true,
    async run(lab) {
      const { source } = lab.simulate({
        source: { items: ['a', 'b', 'c'], everyMs: 10, rejects: { 1: 'Disk is broken' } },
      });
      const values: unknown[] = [];
      const outcome = await lab.outcomeOf(async () => {
        for await (const value of lab.solution.take(source(), 3)) values.push(value);
      });
      return { values, outcome };
    },
  },
} satisfies Scenarios<Solution>;

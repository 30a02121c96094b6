import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** An outcome as a phrase that is short enough for a sentence. */
function inWords(outcome: Outcome): string {
  if ('error' in outcome) return `${outcome.error.name}: ${outcome.error.message}`;
  return `the value ${JSON.stringify(outcome.value)}`;
}

function compareSteps(evidence: Evidence, steps: string): void {
  const taken = evidence
    .calls()
    .map(({ name, args }) => (name === 'write' ? `write ${String(args[0])}` : name));
  const closings = (names: string[]): string =>
    names.filter((name) => name.startsWith('close')).join(', ') || 'nothing';
  evidence.expect(closings(taken), 'what is closed').toBe(closings(steps.split(', ')));
  evidence.expect(taken.join(', '), 'the steps, in order').toBe(steps);
  evidence.expect(evidence).toRunOneAfterAnother();
}

export default {
  'rows are copied, then both are closed': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result, 'the number of rows').toBe(2);
    compareSteps(
      evidence,
      'openDatabase, openFile, readRows, write ant, write bee, closeFile, closeDatabase',
    );
    expect(evidence).toTakeExactly(170);
  },

  'a write that fails leaves nothing open': (evidence) => {
    const { expect } = evidence;
    expect(inWords(evidence.result), 'what comes out').toBe('Error: Disk full');
    compareSteps(evidence, 'openDatabase, openFile, readRows, write ant, closeFile, closeDatabase');
    expect(evidence).toTakeExactly(160);
  },

  'without a file, the database is closed': (evidence) => {
    const { expect } = evidence;
    expect(inWords(evidence.result), 'what comes out').toBe('Error: No such folder');
    compareSteps(evidence, 'openDatabase, openFile, closeDatabase');
    expect(evidence).toTakeExactly(85);
  },

  'without a database, nothing else is opened': (evidence) => {
    const { expect } = evidence;
    const { message, outcome } = evidence.result;
    expect(inWords(outcome), 'what comes out').toBe(`Error: ${message}`);
    compareSteps(evidence, 'openDatabase');
  },

  'a file that cannot be closed does not keep the database open': (evidence) => {
    const { expect } = evidence;
    const { message, outcome } = evidence.result;
    expect(inWords(outcome), 'what comes out').toBe(`Error: ${message}`);
    compareSteps(
      evidence,
      'openDatabase, openFile, readRows, write ant, write bee, closeFile, closeDatabase',
    );
  },

  'rows that cannot be read leave nothing open': (evidence) => {
    const { expect } = evidence;
    const { message, outcome } = evidence.result;
    expect(inWords(outcome), 'what comes out').toBe(`Error: ${message}`);
    compareSteps(evidence, 'openDatabase, openFile, readRows, closeFile, closeDatabase');
    expect(evidence).toTakeExactly(150);
  },

  'any rows, at any pace': (evidence) => {
    const { expect } = evidence;
    const { rows, count } = evidence.result;
    expect(count, 'the number of rows').toBe(rows.length);
    const writes = rows.map((row) => `write ${row}`).join(', ');
    compareSteps(evidence, `openDatabase, openFile, readRows, ${writes}, closeFile, closeDatabase`);
  },
} satisfies Expectations<typeof scenarios>;

import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Mirror = { name: string; fault: string | null };

/** Line by line, so that a failure says which line is wrong. */
function compareReport({ expect }: Evidence, outcome: Outcome, mirrors: Mirror[]): void {
  const message = 'error' in outcome ? outcome.error.message : 'it did not reject';
  const [first, ...others] = message.split('\n');
  expect(first, 'first line of the report').toBe('No mirror has answered');
  mirrors.forEach(({ name, fault }, index) => {
    expect(others[index], `line ${index + 2} of the report`).toBe(`${name}: ${fault}`);
  });
  expect(others.length, 'lines for mirrors').toBe(mirrors.length);
}

export default {
  'the first file wins': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartTogether('download');
    expect(evidence).toHaveCalledTimes('download', 3);
    expect(evidence.result).toBe('file from south');
    expect(evidence).toTakeExactly(120);
  },

  'a mirror that is down does not matter': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBe('file from south');
    expect(evidence).toTakeExactly(150);
  },

  'a report when no mirror answers': (evidence) => {
    const { expect } = evidence;
    compareReport(evidence, evidence.result, [
      { name: 'north', fault: 'Mirror is down' },
      { name: 'south', fault: 'Disk is full' },
    ]);
    expect(evidence).toTakeExactly(200);
  },

  'one of many is enough': (evidence) => {
    const { expect } = evidence;
    const { mirrors, good, file, arrivedMs } = evidence.result;
    expect(evidence).toStartTogether('download');
    expect(evidence).toHaveCalledTimes('download', mirrors.length);
    expect(file, 'the file').toBe(`file from ${good.name}`);
    expect(arrivedMs, 'virtual ms until it was there').toBe(good.ms);
  },

  'a report on any number of mirrors': (evidence) => {
    const { expect } = evidence;
    const { mirrors, outcome } = evidence.result;
    compareReport(evidence, outcome, mirrors);
    expect(evidence).toTakeExactly(Math.max(...mirrors.map(({ ms }) => ms)));
  },

  'an empty file is a file': (evidence) => {
    const { expect } = evidence;
    const { emptyMs, file } = evidence.result;
    expect(file, 'the file').toBe('');
    expect(evidence).toTakeExactly(emptyMs);
  },

  'no mirrors, a short report': (evidence) => {
    const { expect } = evidence;
    compareReport(evidence, evidence.result, []);
    expect(evidence).toTakeExactly(0);
  },
} satisfies Expectations<typeof scenarios>;

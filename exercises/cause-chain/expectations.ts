import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

const because = (...messages: string[]): string => messages.join(' because ');

/** Message by message, so that a failure names the first that is wrong or missing. */
function checkReport({ expect }: Evidence, report: string[], lines: string[]): void {
  for (const [index, line] of lines.entries()) {
    const told = report[index]?.split(' because ') ?? [];
    for (const [place, message] of line.split(' because ').entries()) {
      expect(told[place], `message ${place + 1} of line ${index + 1}`).toBe(message);
    }
  }
  expect(report, 'the report').toEqual(lines);
}

export default {
  'a task that succeeds has nothing to report': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result, 'the report').toEqual([]);
    expect(evidence).toHaveCalledTimes('buildPage', 1);
    expect(evidence).toTakeExactly(60);
  },

  'a chain of causes is one line': (evidence) => {
    const { expect } = evidence;
    checkReport(evidence, evidence.result, [
      because('The page stays empty', 'North is down', 'Cable is cut'),
    ]);
    expect(evidence).toHaveCalledTimes('buildPage', 1);
    expect(evidence).toTakeExactly(40);
  },

  'many errors at once are many lines': (evidence) => {
    const { expect } = evidence;
    const way = because('The page stays empty', 'All promises were rejected');
    checkReport(evidence, evidence.result, [
      because(way, 'North is down'),
      because(way, 'South took too long'),
    ]);
    expect(evidence).toTakeExactly(90);
  },

  'not everything that is thrown is an Error': (evidence) => {
    checkReport(evidence, evidence.result, [because('Nothing is printed', 'Out of ink')]);
  },

  'an error among many has causes of its own': (evidence) => {
    const { outer, inner, first, second, third, report } = evidence.result;
    checkReport(evidence, report, [
      because(outer, ...first),
      because(outer, inner, ...second),
      because(outer, inner, ...third),
      because(outer, ...second),
    ]);
  },

  'an empty list of errors is an end of the chain': (evidence) => {
    const { messages, report } = evidence.result;
    checkReport(evidence, report, [because(...messages)]);
  },

  'a task that throws at once is reported like the others': (evidence) => {
    const { expect } = evidence;
    const { messages, outcome } = evidence.result;
    expect('value' in outcome ? 'fulfils' : 'rejects', 'what the promise of whatFailed does').toBe('fulfils');
    checkReport(evidence, 'value' in outcome ? outcome.value : [], [because(...messages)]);
  },

  'a bare value is its own line': (evidence) => {
    const { number, report } = evidence.result;
    const values = ['Out of ink', 'null', String(number)];
    checkReport(
      evidence,
      report,
      values.map((value) => because('Printer', value)),
    );
  },
} satisfies Expectations<typeof scenarios>;

// The bench's own arithmetic and its door; what it measures is measured by running it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fullEffort } from '#tests/bench/effort.ts';
import { BenchUsageError, readOptions } from '#tests/bench/options.ts';
import { makeReport } from '#tests/bench/report.ts';
import { noSamples, timeNames } from '#tests/bench/samples.ts';
import { median, percentile } from '#tests/bench/statistics.ts';
import { renderTable } from '#tests/bench/table.ts';
import { expectPassed } from '#tests/bench/work-items.ts';

function someSamples() {
  const measured = noSamples();
  for (const [index, name] of timeNames.entries()) measured.times[name].push(index + 1);
  measured.rates = { gradings1: [300], gradings2: [540], churn1: [900], churn2: [1800] };
  measured.memory = [{ gradings: 5000, mib: 80 }];
  return measured;
}

describe('options', () => {
  test('both may be given', () => {
    expect(readOptions(['--quick', '--json'])).toEqual({ json: true, quick: true, help: false });
  });

  test.each(['--fast', 'json', '--json=yes', '-q', ''])('"%s" is refused in one sentence', (option) => {
    expect(() => readOptions([option])).toThrow(BenchUsageError);
    expect(() => readOptions([option])).toThrow(
      `"${option}" is no option of the bench; expected --json, --quick, --help.`,
    );
  });

  test('the command refuses a wrong option before it measures, with an exit code', () => {
    const main = path.resolve(import.meta.dirname, '../../bench/main.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, '--fast'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe('"--fast" is no option of the bench; expected --json, --quick, --help.\n');
  });
});

test('the median and the 95th percentile are samples', () => {
  const samples = Array.from({ length: 100 }, (_, index) => 99 - index);
  expect([median(samples), percentile(samples, 0.95)]).toEqual([50, 95]);
  expect(median([])).toBeNaN();
});

describe('the report', () => {
  test('has every ratio, computed from the medians', () => {
    const { ratios, memoryMiBAfter5000 } = makeReport(someSamples(), fullEffort, false);
    const at = (name: (typeof timeNames)[number]): number => timeNames.indexOf(name) + 1;
    expect(ratios).toEqual({
      vitestFakeOverFresh: at('vitestFake') / at('fresh'),
      vitestRealOverFresh: at('vitestReal') / at('fresh'),
      vitestFakeOverPrewarmed: at('vitestFake') / at('prewarmed'),
      warmVitestOverFresh: at('warmVitest') / at('fresh'),
      freshOverFloor: at('fresh') / at('floor'),
      throughputOverBareChurn: 0.3,
      twoChildrenGainOverBareGain: 0.9,
      schedules100OverGrading: at('schedules100') / at('fresh'),
      coldCliOverNode: at('coldCli') / at('emptyNode'),
    });
    expect(memoryMiBAfter5000).toBe(80);
  });

  test('what was not measured reaches no bar', () => {
    const measured = someSamples();
    measured.times.schedules100 = [];
    measured.memory = [];
    const report = makeReport(measured, fullEffort, false);
    expect([report.ratios.schedules100OverGrading, report.memoryMiBAfter5000]).toEqual([null, null]);
    expect(renderTable(report)).toMatch(/schedules100OverGrading +not measured +≤ 3 +missed/);
    expect(renderTable(report)).toMatch(/memoryMiBAfter5000 +not measured +≤ 90 +missed/);
  });
});

test('a grading that did not pass, or came without recordings, ends the bench', () => {
  const verdict = { outcome: 'failed', tests: [], findings: [], sealed: true } as never;
  expect(() => expectPassed({ verdict, recordings: [] })).toThrow(
    'a grading was failed with 0 of 5 tests passed',
  );
});

// The report as a table, with the bars that the ratios are held against.
import type { BenchReport, Ratios } from './report.ts';
import type { RateSamples, TimeName } from './samples.ts';

const timeLabels: { [name in TimeName]: string } = {
  floor: 'floor: bare isolate and context, eval 1, dispose',
  fiveContexts: 'five bare contexts in one isolate, disposed',
  fresh: 'grading, fresh (isolate and contexts made for it)',
  prewarmed: 'grading, pre-warmed (made before it arrived)',
  pool: 'grading through the pool, an idle child and its pipe',
  schedules100: 'one test under 100 schedules, fresh',
  coldCli: 'the command line, cold: node cli/interleave.js grade',
  emptyNode: 'node -e 0',
  vitestFake: 'npx vitest run, fake timers',
  vitestReal: 'npx vitest run, real timers',
  warmVitest: 'Vitest kept alive, fake timers, its default pool',
  warmVitestThreads: 'Vitest kept alive, fake timers, threads, not isolated',
  nodeTest: 'node --test, mock timers',
  fork: 'a fresh fork, mock timers, no test runner',
};

const rateLabels: { [name in keyof RateSamples]: string } = {
  gradings1: 'gradings, 1 child',
  gradings2: 'gradings, 2 children',
  churn1: 'bare isolates, 1 process',
  churn2: 'bare isolates, 2 processes',
};

const bars: { [name in keyof Ratios]: { atLeast: number } | { atMost: number } | null } = {
  vitestFakeOverFresh: { atLeast: 200 },
  vitestRealOverFresh: null,
  vitestFakeOverPrewarmed: { atLeast: 500 },
  warmVitestOverFresh: null,
  freshOverFloor: { atMost: 3 },
  throughputOverBareChurn: { atLeast: 0.4 },
  twoChildrenGainOverBareGain: { atLeast: 0.9 },
  schedules100OverGrading: { atMost: 3 },
  coldCliOverNode: { atMost: 6 },
};
const MEMORY_BAR_MIB = 90;

export function renderTable(report: BenchReport): string {
  const { cpu, cores, memoryGiB, platform, node, load } = report.machine;
  return [
    `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${platform}, Node ${node.slice(1)}, load ${load.toFixed(1)}`,
    `${report.rounds} rounds${report.quick ? ', quick: no figures to quote' : ''}; every run passed its five tests`,
    '',
    row('', ['p50 ms', 'p95 ms', '× floor', '× fresh', 'runs']),
    ...renderTimes(report),
    '',
    row('', ['per second']),
    ...Object.entries(rateLabels).map(([name, label]) =>
      row(label, [report.rates[name as keyof RateSamples].toFixed(0)]),
    ),
    '',
    row('resident memory of a child', ['MiB']),
    ...report.memory.map(({ gradings, mib }) => row(`  after ${gradings} gradings`, [mib.toFixed(1)])),
    '',
    row('', ['ratio', 'bar', '']),
    ...renderRatios(report),
    '',
  ].join('\n');
}

function renderTimes({ times }: BenchReport): string[] {
  const over = (p50Ms: number, base: TimeName): string => number(p50Ms / (times[base]?.p50Ms ?? Number.NaN));
  return Object.entries(timeLabels).map(([name, label]) => {
    const time = times[name as TimeName];
    if (time === null) return row(label, ['not measured']);
    const { p50Ms, p95Ms, runs } = time;
    return row(label, [
      number(p50Ms),
      number(p95Ms),
      over(p50Ms, 'floor'),
      over(p50Ms, 'fresh'),
      String(runs),
    ]);
  });
}

function renderRatios({ ratios, memoryMiBAfter5000 }: BenchReport): string[] {
  const rows = Object.entries(bars).map(([name, bar]) => renderBar(name, ratios[name as keyof Ratios], bar));
  return [...rows, renderBar('memoryMiBAfter5000', memoryMiBAfter5000, { atMost: MEMORY_BAR_MIB })];
}

function renderBar(
  name: string,
  value: number | null,
  bar: { atLeast: number } | { atMost: number } | null,
): string {
  const shown = value === null ? 'not measured' : number(value);
  if (bar === null) return row(name, [shown, '']);
  const limit = 'atLeast' in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`;
  return row(name, [shown, limit, isReached(value, bar) ? 'reached' : 'missed']);
}

function isReached(value: number | null, bar: { atLeast: number } | { atMost: number }): boolean {
  if (value === null) return false;
  return 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost;
}

function number(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

function row(label: string, cells: string[]): string {
  return `${label.padEnd(54)}${cells.map((cell) => cell.padStart(12)).join('')}`.trimEnd();
}

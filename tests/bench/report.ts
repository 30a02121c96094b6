// What the bench says: the figures computed from the samples, as JSON and as a table.
import os from 'node:os';
import type { Effort } from './effort.ts';
import type { Measured, RateSamples, TimeName } from './samples.ts';
import { median, percentile } from './statistics.ts';

export type Ratios = {
  vitestFakeOverFresh: number;
  vitestRealOverFresh: number;
  vitestFakeOverPrewarmed: number;
  warmVitestOverFresh: number;
  freshOverFloor: number;
  throughputOverBareChurn: number;
  twoChildrenGainOverBareGain: number;
  schedules100OverGrading: number | null;
  coldCliOverNode: number;
};

export type BenchReport = {
  machine: { cpu: string; cores: number; memoryGiB: number; platform: string; node: string; load: number };
  quick: boolean;
  rounds: number;
  /** Wall ms; null where nothing was measured. */
  times: { [name in TimeName]: { p50Ms: number; p95Ms: number; runs: number } | null };
  /** Per second. */
  rates: { [name in keyof RateSamples]: number };
  ratios: Ratios;
  memory: Measured['memory'];
  /** Null in a quick run, which does not get that far. */
  memoryMiBAfter5000: number | null;
};

export function makeReport({ times, rates, memory }: Measured, effort: Effort, quick: boolean): BenchReport {
  const p50 = (name: TimeName): number => median(times[name]);
  const rate = (name: keyof RateSamples): number => median(rates[name]);
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return {
    machine: describeMachine(),
    quick,
    rounds: effort.rounds,
    times: mapValues(times, (samples) =>
      samples.length === 0
        ? null
        : { p50Ms: median(samples), p95Ms: percentile(samples, 0.95), runs: samples.length },
    ),
    rates: mapValues(rates, median),
    ratios: {
      vitestFakeOverFresh: p50('vitestFake') / p50('fresh'),
      vitestRealOverFresh: p50('vitestReal') / p50('fresh'),
      vitestFakeOverPrewarmed: p50('vitestFake') / p50('prewarmed'),
      warmVitestOverFresh: p50('warmVitest') / p50('fresh'),
      freshOverFloor: p50('fresh') / p50('floor'),
      throughputOverBareChurn: rate('gradings2') / rate('churn2'),
      twoChildrenGainOverBareGain: rate('gradings2') / rate('gradings1') / (rate('churn2') / rate('churn1')),
      schedules100OverGrading: orNull(p50('schedules100') / p50('fresh')),
      coldCliOverNode: p50('coldCli') / p50('emptyNode'),
    },
    memory,
    memoryMiBAfter5000: memory.find(({ gradings }) => gradings === 5000)?.mib ?? null,
  };
}

function mapValues<Key extends string, From, To>(
  record: { [key in Key]: From },
  change: (value: From) => To,
): { [key in Key]: To } {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as { [key in Key]: To };
}

function describeMachine(): BenchReport['machine'] {
  const [first] = os.cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    platform: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    load: os.loadavg()[0] ?? 0,
  };
}

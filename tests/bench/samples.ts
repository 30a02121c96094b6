// What the bench measures, before anything is computed from it.
import type { MemoryGrowth } from './memory.ts';

export const timeNames = [
  'floor',
  'fiveContexts',
  'fresh',
  'prewarmed',
  'pool',
  'schedules100',
  'coldCli',
  'emptyNode',
  'vitestFake',
  'vitestReal',
  'warmVitest',
  'warmVitestThreads',
  'nodeTest',
  'fork',
] as const;
export type TimeName = (typeof timeNames)[number];

/** Wall ms of every single run. */
export type TimeSamples = { [name in TimeName]: number[] };

/** Per second; one sample per round. The digit is the number of processes. */
export type RateSamples = { gradings1: number[]; gradings2: number[]; churn1: number[]; churn2: number[] };

export type Measured = { times: TimeSamples; rates: RateSamples; memory: MemoryGrowth };

export function noSamples(): Measured {
  const times = Object.fromEntries(timeNames.map((name) => [name, []])) as unknown as TimeSamples;
  return { times, rates: { gradings1: [], gradings2: [], churn1: [], churn2: [] }, memory: [] };
}

// Many random programs, one after the other, until the first disagreement; fast-check then looks for the smallest.
import * as fc from 'fast-check';
import { makeGrader } from '#grader/index.ts';
import { compare, type Graders } from './compare.ts';
import { startNodeOracle } from './node-oracle.ts';
import { printProgram } from './print-program.ts';
import { anyProgram } from './program.ts';

export type CampaignOptions = {
  seed: number;
  runs: number;
  /** fast-check's way to the counterexample of an earlier campaign. */
  path?: string;
};

export type CampaignResult = {
  runs: number;
  /** Programs whose order both could be held to. */
  compared: number;
  /** The smallest program on which the grader and Node disagree, both outputs, and the path back to it. */
  disagreement?: { text: string; path: string };
};

export async function runCampaign({ seed, runs, path }: CampaignOptions): Promise<CampaignResult> {
  await using oracle = startNodeOracle();
  await using graders = startGraders();
  let compared = 0;
  let smallest = '';
  const property = fc.asyncProperty(anyProgram, async (program) => {
    const comparison = await compare(printProgram(program), oracle, graders.byKind);
    if (comparison.kind === 'disagreed') smallest = comparison.text;
    if (comparison.kind === 'agreed') compared += 1;
    return comparison.kind !== 'disagreed';
  });
  const details = await fc.check(property, { seed, numRuns: runs, ...(path === undefined ? {} : { path }) });
  if (!details.failed) return { runs: details.numRuns, compared };
  if (smallest === '') throw details.errorInstance;
  return {
    runs: details.numRuns,
    compared,
    disagreement: { text: smallest, path: details.counterexamplePath ?? '' },
  };
}

export function startGraders(): AsyncDisposable & { byKind: Graders } {
  const byKind = { instrumented: makeGrader(), plain: makeGrader({ instruments: false }) };
  return {
    byKind,
    async [Symbol.asyncDispose](): Promise<void> {
      await Promise.all([byKind.instrumented.close(), byKind.plain.close()]);
    },
  };
}

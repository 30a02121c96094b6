// `npm run test:differential -- --seed 7 --runs 5000`: random programs in the grader and in Node. Prints the seed, and the
// smallest program on which the two disagree.
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { makeGrader } from '#grader/index.ts';
import { findDisagreement } from './compare.ts';
import { startNodeOracle } from './node-oracle.ts';
import { printProgram } from './print-program.ts';
import { anyProgram } from './program.ts';

/** A whole number, or the fallback where none was given. */
function readNumber(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isSafeInteger(value) && text.trim() !== '') return value;
  console.error(`--${name} "${text}": expected a whole number.`);
  process.exit(2);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, runs: { type: 'string' }, path: { type: 'string' } },
  });
  const seed = readNumber('seed', values.seed, Date.now() % 2 ** 31);
  const runs = readNumber('runs', values.runs, 2000);
  console.log(`seed ${seed}, ${runs} programs`);
  await using oracle = startNodeOracle();
  const graders = { instrumented: makeGrader(), plain: makeGrader({ instruments: false }) };
  const startMs = performance.now();
  let disagreement = '';
  const property = fc.asyncProperty(anyProgram, async (program) => {
    const found = await findDisagreement(printProgram(program), oracle, graders);
    if (found !== null) disagreement = found;
    return found === null;
  });
  try {
    const details = await fc.check(property, {
      seed,
      numRuns: runs,
      ...(values.path === undefined ? {} : { path: values.path }),
    });
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    if (!details.failed) {
      console.log(`${details.numRuns} programs agree with Node ${process.version}, ${seconds} s`);
      return 0;
    }
    if (disagreement === '') throw details.errorInstance;
    console.log(`${disagreement}\n--- disagreement after ${details.numRuns} programs, ${seconds} s`);
    console.log(`again: --seed ${seed} --path ${details.counterexamplePath} --runs ${runs}`);
    return 1;
  } finally {
    await Promise.all([graders.instrumented.close(), graders.plain.close()]);
  }
}

process.exitCode = await main();

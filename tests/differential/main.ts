// `npm run test:differential -- --seed 7 --runs 5000`: random programs in the grader and in Node. Prints the seed, and the
// smallest program on which the two disagree.
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';

class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}

/** @throws UsageError unless the text is a whole number. */
function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && text.trim() !== '') return value;
  throw new UsageError(`--${name} "${text}": expected a whole number.`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, runs: { type: 'string' }, path: { type: 'string' } },
  });
  const seed = readNumber('seed', values.seed ?? String(Date.now() % 2 ** 31));
  const runs = readNumber('runs', values.runs ?? '2000');
  console.log(`seed ${seed}, ${runs} programs`);
  const startMs = performance.now();
  const result = await runCampaign({
    seed,
    runs,
    ...(values.path === undefined ? {} : { path: values.path }),
  });
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  if (result.disagreement === undefined) {
    console.log(
      `${result.runs} programs run, ${result.compared} compared, all agree with Node ${process.version}; ${seconds} s`,
    );
    return 0;
  }
  console.log(`${result.disagreement.text}\n--- the smallest disagreement; found at program ${result.runs}`);
  console.log(`again: --seed ${seed} --runs ${runs} --path ${result.disagreement.path}`);
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const isUsage =
    error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  if (!isUsage) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}

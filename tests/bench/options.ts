// The options of `npm run bench`. A wrong one is a sentence, not a guess.
import { parseArgs } from 'node:util';

export type BenchOptions = { json: boolean; quick: boolean; help: boolean };

export class BenchUsageError extends Error {
  override readonly name = 'BenchUsageError';
  readonly code = 'BENCH_USAGE';
}

const KNOWN = ['--json', '--quick', '--help'];

/** @throws BenchUsageError for anything but the options in KNOWN. */
export function readOptions(args: string[]): BenchOptions {
  const unknown = args.find((arg) => !KNOWN.includes(arg));
  if (unknown !== undefined)
    throw new BenchUsageError(`"${unknown}" is no option of the bench; expected ${KNOWN.join(', ')}.`);
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  return { json: values.json === true, quick: values.quick === true, help: values.help === true };
}

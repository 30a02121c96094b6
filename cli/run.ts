// `interleave run <file>`: executes a file under the virtual clock, prints what it prints, exits as Node would.
import { makeGrader } from '#grader/index.ts';
import { readSubmission } from './read-submission.ts';

export type RunOptions = { json?: boolean };

const SEED = 1;

export async function run(file: string, options: RunOptions): Promise<number> {
  const files = readSubmission(file);
  const grader = makeGrader();
  try {
    const result = await grader.run({ files, seed: SEED });
    if (options.json === true) {
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    } else {
      for (const { stream, text } of result.lines) process[stream].write(`${text}\n`);
      if (result.error !== undefined) process.stderr.write(`${result.error}\n`);
    }
    return result.exitCode;
  } finally {
    await grader.close();
  }
}

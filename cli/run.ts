// `interleave run <file>`: executes a file under the virtual clock, prints what it prints, exits as Node would.
import { makeGrader } from '#grader/index.ts';
import type { StepTrace } from '#grader/recording/types.ts';
import { readSubmission } from './read-submission.ts';

export type RunOptions = { json?: boolean; steps?: boolean };

const SEED = 1;

export async function run(file: string, options: RunOptions): Promise<number> {
  const files = readSubmission(file);
  const grader = makeGrader();
  try {
    const result = await grader.run({
      files,
      seed: SEED,
      ...(options.steps === true ? { steps: true } : {}),
    });
    if (options.json === true) {
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    } else {
      if (options.steps === true) await printSteps(result.steps);
      for (const { stream, text } of result.lines) process[stream].write(`${text}\n`);
      if (result.error !== undefined) process.stderr.write(`${result.error}\n`);
    }
    return result.exitCode;
  } finally {
    await grader.close();
  }
}

/** One line per step, on stderr: what the program prints stays apart. */
async function printSteps(trace: StepTrace | undefined): Promise<void> {
  if (trace === undefined) {
    process.stderr.write('There are no steps: the code did not run, or could not be prepared for them.\n');
    return;
  }
  // Late: a run that is not stepped through does not pay for it.
  const { whyNow } = await import('#grader/recording/why-now.ts');
  const width = String(trace.steps.length).length;
  for (const [index, { virtualMs }] of trace.steps.entries()) {
    const number = String(index + 1).padStart(width);
    process.stderr.write(`${number}  ${virtualMs} ms  ${whyNow(trace, index)}\n`);
  }
  if (trace.cut !== undefined) process.stderr.write(`(cut after ${trace.cut.limit} steps)\n`);
}

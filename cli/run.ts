// `interleave run <file>`: executes a file under the virtual clock, prints what it prints, exits as Node would.
import { makeGrader, renderTrace, type RunFileResult } from '#grader/index.ts';
import { readFormat, runFormats, type RunFormat } from './formats.ts';
import { readSubmission } from './read-submission.ts';
import { writeReport } from './write-report.ts';

export type RunOptions = { json?: boolean; format?: string; output?: string };

const SEED = 1;

export async function run(file: string, options: RunOptions): Promise<number> {
  const format = readFormat(options, runFormats);
  const files = readSubmission(file);
  const grader = makeGrader();
  try {
    const result = await grader.run({ files, seed: SEED });
    if (format === 'text' && options.output === undefined) print(result);
    else writeReport(await render(format, result), options.output);
    if (format === 'trace') printError(result);
    return result.exitCode;
  } finally {
    await grader.close();
  }
}

/** As the program would: each line to its stream. */
function print({ lines, ...result }: RunFileResult): void {
  for (const { stream, text } of lines) process[stream].write(`${text}\n`);
  printError(result);
}

function printError({ error }: Pick<RunFileResult, 'error'>): void {
  if (error !== undefined) process.stderr.write(`${error}\n`);
}

async function render(format: RunFormat, { recording, ...report }: RunFileResult): Promise<string> {
  switch (format) {
    case 'text': {
      const texts = report.lines.map(({ text }) => text);
      return [...texts, ...(report.error === undefined ? [] : [report.error]), ''].join('\n');
    }
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'trace':
      return await renderTrace(recording === undefined ? [] : [recording]);
    default:
      return format satisfies never;
  }
}

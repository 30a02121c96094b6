// `npm run bench`: what a grading costs beside the floor under it and beside its peers, all measured in one run. Trust the
// ratios, not the milliseconds. docs/performance.md says what each row means.
import { fullEffort, quickEffort } from './effort.ts';
import { measureAll } from './measurements.ts';
import { BenchUsageError, readOptions } from './options.ts';
import { makeReport } from './report.ts';
import { renderTable } from './table.ts';

const HELP = `npm run bench [-- --json] [-- --quick]

  --json   print the figures as one JSON value instead of the table
  --quick  two short rounds, for development: its ratios are no figures to quote
`;

async function bench(args: string[]): Promise<void> {
  const { json, quick, help } = readOptions(args);
  if (help) return void process.stdout.write(HELP);
  const effort = quick ? quickEffort : fullEffort;
  const measured = await measureAll(effort, (progress) => process.stderr.write(`${progress} …\n`));
  const report = makeReport(measured, effort, quick);
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : renderTable(report));
}

try {
  await bench(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof BenchUsageError ? error.message : error);
  process.exitCode = 1;
}

// Reads the command line. Each command returns its exit code; what is wrong with the use of it is one sentence on stderr.
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ContentError, GraderUnavailableError, useProgram, type ChildProgram } from '#grader/index.ts';
import type { BuiltProgram } from './built-program.js';
import type { CheckOptions } from './check.ts';
import { ExitCode, UsageError } from './exit-codes.ts';
import { gradeFormats, runFormats } from './formats.ts';
import { grade, type GradeOptions } from './grade.ts';
import { recallFrom } from './recall.ts';
import type { ImportOptions } from './import-exercism.ts';
import type { PreviewOptions } from './preview.ts';
import type { NewOptions } from './new-exercise.ts';
import { run, type RunOptions } from './run.ts';
import { sync } from './sync.ts';

/**
 * @param built Where this command was built, and its children with it.
 * @returns the exit code. Never throws.
 */
export async function main(argv: string[], built?: BuiltProgram & ChildProgram): Promise<number> {
  if (built !== undefined) useBuilt(built);
  process.stdout.off('error', ignoreClosedPipe).on('error', ignoreClosedPipe);
  let exitCode: number = ExitCode.Passed;
  const program = makeProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    return explain(error);
  }
}

function useBuilt(built: BuiltProgram & ChildProgram): void {
  useProgram(built);
  recallFrom(path.join(path.dirname(path.dirname(built.commandFile)), 'exercises'), built.hash);
}

/** `interleave … | head -1`: who reads has had enough, which is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function makeProgram(setExitCode: (code: number) => void): Command {
  const program = new Command('interleave')
    .description('Grade, run and check exercises of asynchronous JavaScript, without web or database.')
    .exitOverride()
    .showHelpAfterError('(interleave --help lists the commands)');
  program
    .command('grade <exercise> <file>')
    .description(
      'grade a file, or a folder around solution.js or solution.ts; exit 0 passed, 1 failed, 2 the file is in error, 3 ours or usage',
    )
    .option('--format <name>', `${gradeFormats.join(', ')} (default: text)`)
    .option('--json', 'short for --format json: { verdict, recordings, usage }')
    .option('--output <file>', 'write the report to this file instead of stdout')
    .option('--exit-zero', 'exit 0 whatever the verdict, as long as there is one')
    .option('--seed <number>', 'seed of the hidden inputs', '1')
    .option(
      '--schedule <latencies>',
      'replay one schedule of a test that is explored: virtual ms in order of start, such as 2,1',
    )
    .option('--exercises <folder>', 'take exercises from this folder')
    .action(async (id: string, file: string, options: GradeOptions) =>
      setExitCode(await grade(id, file, options)),
    );
  program
    .command('run <file>')
    .description('execute a file under the virtual clock; prints its console lines and exits as Node would')
    .option('--format <name>', `${runFormats.join(', ')} (default: text)`)
    .option('--json', 'short for --format json: { lines, exitCode, virtualMs }')
    .option('--output <file>', 'write the report to this file instead of stdout')
    .option('--steps', 'also tell each step of the event loop, and why it comes')
    .action(async (file: string, options: RunOptions) => setExitCode(await run(file, options)));
  program
    .command('check [exercises...]')
    .description(
      'prove exercises: right answers pass, wrong ones fail as they say, all runs are equal, texts tell what is needed; exit 1 if not',
    )
    .option('--mutants', 'also change the reference in many small ways: a test must fail each')
    .option('--watch', 'check again what changes, until Ctrl-C')
    .option('--since <commit>', 'only what has changed since a commit, branch or tag of git')
    .option('--json', 'print { exercises: [{ id, ok, tests, mistakes, problems, … }] } as JSON')
    .option('--exercises <folder>', 'check the exercises of this folder')
    .action(async (ids: string[], options: CheckOptions) => {
      // Loaded late, as the next: with it come parsers that a grading does not need.
      const { check } = await import('./check.ts');
      setExitCode(await check(ids, options));
    });
  program
    .command('preview <id>')
    .description(
      'show an exercise or a lesson as students and as reviewers see it, and follow changes; Ctrl-C ends it',
    )
    .option('--exercises <folder>', 'take it from this folder')
    .option('--port <number>', 'listen on this port of 127.0.0.1; 0 for any that is free', '0')
    .action(async (id: string, options: PreviewOptions) => {
      const { preview } = await import('./preview.ts');
      setExitCode(await preview(id, options));
    });
  program
    .command('new <slug>')
    .description('make an exercise that works, to be replaced piece by piece')
    .option('--title <title>', 'its title (default: the slug in words)')
    .option('--dir <folder>', 'make it in this folder of exercises')
    .action(async (slug: string, options: NewOptions) => {
      const { newExercise } = await import('./new-exercise.ts');
      setExitCode(newExercise(slug, options));
    });
  program
    .command('sync')
    .description(
      'bring exercises, lessons and tracks of all content folders into the database; exit 1 when some are refused',
    )
    .action(async () => setExitCode(await sync()));
  program
    .command('import')
    .description("turn other people's exercises into ours")
    .command('exercism <folder>')
    .description("an exercise of Exercism's JavaScript track, as an open exercise; then check it")
    .option('--into <folder>', 'write it into this folder of exercises')
    .option('--force', 'replace an exercise of the same name')
    .action(async (folder: string, options: ImportOptions) => {
      const { importExercism } = await import('./import-exercism.ts');
      setExitCode(await importExercism(folder, options));
    });
  return program;
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has printed its own sentence, or the help that was asked for.
    return error.exitCode === 0 ? ExitCode.Passed : ExitCode.Usage;
  }
  if (error instanceof UsageError || error instanceof InvalidArgumentError) console.error(error.message);
  else if (error instanceof ContentError) console.error(error.message);
  else if (error instanceof GraderUnavailableError)
    console.error(`The grader is not available: ${error.message}`);
  else console.error(error);
  return ExitCode.Usage;
}

// The supervisor's outer shell: arguments, environment and exit code. The work is in supervisor/.
import { parseCommandLine, USAGE } from './supervisor/command-line.ts';
import type { CommandLine } from './supervisor/command-line.ts';
import { messageFor } from './supervisor/message-for.ts';
import { runBuild } from './supervisor/run-build.ts';
import { runGraderAlone } from './supervisor/run-grader-alone.ts';
import { runProduct } from './supervisor/run-product.ts';

// A reader that goes away (`npm start | head`) must not take the product with it.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

async function run(commandLine: CommandLine): Promise<number> {
  if (commandLine.command === 'start' || commandLine.command === 'dev')
    return await runProduct(commandLine, process.env);
  if (commandLine.command === 'build') return await runBuild(process.env);
  if (commandLine.command === 'grader') return await runGraderAlone(process.env);
  if (commandLine.command === 'help') return print(USAGE);
  console.error(commandLine.sentence);
  return 2;
}

function print(text: string): number {
  console.log(text);
  return 0;
}

try {
  process.exitCode = await run(parseCommandLine(process.argv.slice(2)));
} catch (error) {
  console.error(messageFor(error));
  process.exitCode = 1;
}
// Whatever was started has been stopped by now; a forgotten handle must not keep the terminal.
process.stdout.write('', () => process.exit());

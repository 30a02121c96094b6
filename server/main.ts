// The supervisor's outer shell: arguments, environment and exit code. The work is in supervisor/.
import { parseCommandLine, USAGE } from './supervisor/command-line.ts';
import type { CommandLine } from './supervisor/command-line.ts';
import { messageFor } from './supervisor/message-for.ts';
import { runBuild } from './supervisor/run-build.ts';
import { runGraderAlone } from './supervisor/run-grader-alone.ts';
import { runProduct } from './supervisor/run-product.ts';
import { runSync } from './supervisor/run-sync.ts';

// A reader that goes away (`npm start | head`) must not take the product with it.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
// Started through another Node (entry.js): when that one is killed, nobody could stop this one by Ctrl-C any more.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

async function run(commandLine: CommandLine): Promise<number> {
  if (commandLine.command === 'wrong') return complain(commandLine.sentence);
  const { command, demo } = commandLine;
  if (command === 'help') return print(USAGE);
  if (command === 'build') return await runBuild(process.env);
  if (command === 'grader') return await runGraderAlone(process.env);
  if (command === 'sync') return await runSync(process.env);
  return await runProduct({ command, demo }, process.env);
}

function print(text: string): number {
  console.log(text);
  return 0;
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}

try {
  process.exitCode = await run(parseCommandLine(process.argv.slice(2)));
} catch (error) {
  console.error(messageFor(error));
  process.exitCode = 1;
}
// Whatever was started has been stopped by now; a forgotten handle must not keep the terminal.
process.stdout.write('', () => process.exit());

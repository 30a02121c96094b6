import { parseArgs } from 'node:util';

export const USAGE = `Usage:
  npm start [-- --demo]   start everything; builds first when the sources have changed
  npm run dev             the same, reloading on changes
  npm run build           build alone
  npm run grader          one more grader process; needs DATABASE_URL
  npx --no interleave sync
                          bring changed exercises, lessons and tracks into the database

  --demo    fill a demo class, unless there is one already
  --help    this text

Settings are environment variables: docs/settings.md.`;

export type ProductCommand = { command: 'start' | 'dev'; demo: boolean };
export type CommandLine =
  | { command: 'start' | 'dev' | 'build' | 'grader' | 'sync' | 'help'; demo: boolean }
  | { command: 'wrong'; sentence: string };

export function parseCommandLine(args: string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        demo: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values.help ? { command: 'help', demo: false } : chosen(positionals, values.demo);
  } catch (error) {
    return wrong(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

function chosen([command, ...more]: string[], demo: boolean): CommandLine {
  if (more.length > 0) return wrong(`One command is expected, but "${more.join(' ')}" is given as well`);
  switch (command) {
    case undefined:
      return wrong('A command is expected: start, dev, build, grader or sync');
    case 'start':
    case 'dev':
      return { command, demo };
    case 'build':
    case 'grader':
    case 'sync':
      return demo ? wrong(`"--demo" goes with start and dev, not with ${command}`) : { command, demo };
    default:
      return wrong(`"${command}" is not a command: expected start, dev, build, grader or sync`);
  }
}

function wrong(sentence: string): CommandLine {
  return { command: 'wrong', sentence: `${sentence} (--help shows them all).` };
}

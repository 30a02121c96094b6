import { expect, test } from 'vitest';
import { parseCommandLine } from '#server/supervisor/command-line.ts';

test('the five commands, and the demo beside start and dev', () => {
  expect(parseCommandLine(['start'])).toEqual({ command: 'start', demo: false });
  expect(parseCommandLine(['dev', '--demo'])).toEqual({ command: 'dev', demo: true });
  expect(parseCommandLine(['build'])).toEqual({ command: 'build', demo: false });
  expect(parseCommandLine(['grader'])).toEqual({ command: 'grader', demo: false });
  expect(parseCommandLine(['sync'])).toEqual({ command: 'sync', demo: false });
  expect(parseCommandLine(['--help'])).toEqual({ command: 'help', demo: false });
});

test.each([
  [[], 'A command is expected: start, dev, build, grader or sync (--help shows them all).'],
  [
    ['strat'],
    '"strat" is not a command: expected start, dev, build, grader or sync (--help shows them all).',
  ],
  [['start', '--port', '1'], `Unknown option '--port' (--help shows them all).`],
  [['build', '--demo'], '"--demo" goes with start and dev, not with build (--help shows them all).'],
  [['start', 'dev'], 'One command is expected, but "dev" is given as well (--help shows them all).'],
])('%j is refused with one sentence', (args, sentence) => {
  expect(parseCommandLine(args)).toEqual({ command: 'wrong', sentence });
});

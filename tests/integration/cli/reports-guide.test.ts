// docs/reports.md shows what the command really prints: every line of every example, in order, but for real time.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportFormats } from '#grader/index.ts';
import { interleave } from '#tests/helpers/command-line.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const guide = readFileSync(path.join(root, 'docs/reports.md'), 'utf8');

/** What differs between two runs, or with another engine. */
const masks: [RegExp, string][] = [
  [/ time="[\d.]+"/g, ' time="…"'],
  [/ timestamp="[^"]+"/g, ' timestamp="…"'],
  [/"timestamp": "[^"]+"/g, '"timestamp": "…"'],
  [/"(start|stop|duration)": \d+/g, '"$1": …'],
  [/name="engineVersion" value="[^"]+"/g, 'engineVersion'],
  [/"version": "[^"]+"/g, 'engineVersion'],
];

function masked(text: string): string {
  return masks.reduce((kept, [pattern, mask]) => kept.replaceAll(pattern, mask), text);
}

/** Commands with the block that shows their output. */
const examples = [
  ...guide.matchAll(/^```sh\nnpx --no interleave (.*(?:\\\n.*)*)\n```\n\n```\w+\n([\s\S]*?)\n```$/gm),
].map(([, command = '', output = '']) => ({
  args: command.split(/[\s\\]+/).map((arg) => (arg.startsWith('tests/') ? path.join(root, arg) : arg)),
  output,
}));

test('the guide has one example of each format', () => {
  expect(examples.map(({ args }) => args.at(-1))).toEqual([...reportFormats]);
});

describe('the example of', () => {
  test.each(examples.map((example) => [example.args.at(-1) ?? '', example] as const))(
    '%s',
    async (_, { args, output }) => {
      const { exitCode, stdout } = await interleave(...args);
      expect(exitCode).toBe(1);
      const shown = masked(output);
      expect(excerpt(masked(stdout.trimEnd()), shown)).toBe(shown.replaceAll(/^ *…$/gm, '…'));
    },
  );
});

/**
 * The real lines, with those left out that `…` on a line of its own stands for: what is shown, if it is all there, in
 * order, to both ends.
 */
function excerpt(real: string, shown: string): string {
  let rest = real.split('\n');
  const parts = shown.split(/\n *…\n/);
  const found = parts.map((part, index) => {
    const lines = part.split('\n');
    const at = index === 0 ? 0 : rest.findIndex((_, start) => isAt(rest, start, lines));
    const isLast = index === parts.length - 1;
    const taken = at === -1 ? rest : rest.slice(at, isLast ? undefined : at + lines.length);
    rest = at === -1 ? [] : rest.slice(at + lines.length);
    return taken.join('\n');
  });
  return found.join('\n…\n');
}

function isAt(lines: string[], start: number, wanted: string[]): boolean {
  return wanted.every((line, index) => lines[start + index] === line);
}

test('the guide names every format', () => {
  for (const format of ['text', 'json', ...reportFormats]) expect(guide).toContain(`| \`${format}\``);
});

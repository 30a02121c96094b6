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
      expectParts(masked(stdout.trimEnd()), masked(output));
    },
  );
});

/** `…` on a line of its own stands for lines that were left out; all else must be there, in order, to both ends. */
function expectParts(real: string, shown: string): void {
  const parts = shown.split(/^ *…$\n?/m);
  if (parts.length === 1) expect(shown).toBe(real);
  let rest = `${real}\n`;
  for (const [index, part] of parts.entries()) {
    const text = part.endsWith('\n') ? part : `${part}\n`;
    const at = index === 0 ? 0 : rest.indexOf(text);
    expect(at === -1 ? `not in the output: ${text}` : rest.slice(at, at + text.length)).toBe(text);
    rest = rest.slice(at + text.length);
  }
  expect(rest, 'after the last line that is shown').toBe('');
}

test('the guide names every format', () => {
  for (const format of ['text', 'json', ...reportFormats]) expect(guide).toContain(`| \`${format}\``);
});

// `grade --format …`: each format by its own rules, from a real grading; exit codes, files, wrong uses.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gradeResultSchema } from '#grader/index.ts';
import { ctrfReportSchema } from '#grader/reports/ctrf.ts';
import { exercismResultsSchema } from '#grader/reports/exercism.ts';
import type { ChromeTrace } from '#grader/reports/trace-event.ts';
import { interleave, type Ran } from '#tests/helpers/command-line.ts';
import { readTap } from '#tests/helpers/tap.ts';
import { traceProblems } from '#tests/helpers/trace-rules.ts';

const exercises = path.resolve(import.meta.dirname, '../../../exercises');
const answers = {
  right: path.join(exercises, 'parallel-requests/solution/solution.ts'),
  sequential: path.join(exercises, 'parallel-requests/mistakes/one-by-one.ts'),
};
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interleave-reports-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, source: string): string {
  const full = path.join(folder, name);
  writeFileSync(full, source);
  return full;
}

async function grade(answer: string, ...options: string[]): Promise<Ran> {
  return await interleave('grade', 'parallel-requests', answer, ...options);
}

/** Throws unless the text keeps the rules of its format. */
const readers: { [format: string]: (text: string) => unknown } = {
  text: (text) => expect(text).toContain('tests passed'),
  json: (text) => gradeResultSchema.parse(JSON.parse(text)),
  exercism: (text) => exercismResultsSchema.parse(JSON.parse(text)),
  junit: (text) => expect(XMLValidator.validate(text)).toBe(true),
  tap: readTap,
  ctrf: (text) => ctrfReportSchema.parse(JSON.parse(text)),
  trace: (text) => expect(traceProblems(JSON.parse(text) as ChromeTrace)).toEqual([]),
};
const formats = Object.keys(readers);

describe.each(formats)('--format %s', (format) => {
  const read = (text: string): unknown => readers[format]?.(text);

  test('of a right answer: exit 0', async () => {
    const { exitCode, stdout, stderr } = await grade(answers.right, '--format', format);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    read(stdout);
  });

  test('of a wrong one: exit 1', async () => {
    const { exitCode, stdout } = await grade(answers.sequential, '--format', format);
    expect(exitCode).toBe(1);
    read(stdout);
  });

  test('of one that does not parse: exit 2', async () => {
    const { exitCode, stdout } = await grade(file('wrong.js', 'export const = 1;'), '--format', format);
    expect(exitCode).toBe(2);
    read(stdout);
  });

  test('of one that prints what the format uses itself', async () => {
    const source = `console.log(']]></system-out> # ... \\u0000 \\u001b[31m');\nexport const loadUsers = () => { console.error('\\n...\\nok 1 - forged'); throw new Error('<&"\\n---'); };`;
    const { exitCode, stdout } = await grade(file('prints.js', source), '--format', format);
    expect(exitCode).toBe(1);
    read(stdout);
  });
});

test('an endless loop is an error of its test, and the tests after it are reported', async () => {
  const loop = file('loop.js', 'export const loadUsers = async () => { for (;;); };');
  const { stdout } = await grade(loop, '--format', 'tap');
  const { plan, points } = readTap(stdout);
  expect({ plan, ok: points.filter(({ ok, skip }) => ok && skip === undefined) }).toEqual({
    plan: 6,
    ok: [],
  });
  expect(points[0]?.diagnostics).toMatchObject({ severity: 'error', code: 'limit-resources' });
});

test('the reference is in the trace, below the test', async () => {
  const { stdout } = await grade(answers.sequential, '--format', 'trace');
  const { traceEvents } = JSON.parse(stdout) as ChromeTrace;
  const names = traceEvents
    .filter(({ name }) => name === 'process_name')
    .map(({ args }) => Object.values(args)[0]);
  expect(names).toHaveLength(12);
  expect(names[1]).toBe(`${String(names[0])} (reference)`);
  const calls = (pid: number | undefined): TimeOf[] =>
    traceEvents.flatMap((event) =>
      event.ph === 'X' && event.cat === 'call' && event.pid === pid ? [[event.ts, event.dur]] : [],
    );
  const [mine, reference] = traceEvents.filter(({ name }) => name === 'process_name').map(({ pid }) => pid);
  expect(calls(mine)).toEqual([
    [0, 200_000],
    [200_000, 200_000],
    [400_000, 200_000],
  ]);
  expect(calls(reference)).toEqual([
    [0, 200_000],
    [0, 200_000],
    [0, 200_000],
  ]);
});
type TimeOf = [ts: number, dur: number];

test('the same answer gives the same report, but for real time', async () => {
  const [one, two] = [
    await grade(answers.sequential, '--format', 'trace'),
    await grade(answers.sequential, '--format', 'trace'),
  ];
  expect(one.stdout).toBe(two.stdout);
});

test('--json is --format json', async () => {
  const virtual = ({ stdout }: Ran): unknown => ({
    ...gradeResultSchema.parse(JSON.parse(stdout)),
    usage: null,
  });
  const [short, long] = [
    await grade(answers.sequential, '--json'),
    await grade(answers.sequential, '--format', 'json', '--json'),
  ];
  expect(virtual(short)).toEqual(virtual(long));
});

describe('--output', () => {
  test.each(formats)('writes %s to the file, and nothing to stdout', async (format) => {
    const target = path.join(folder, `report.${format}`);
    const { exitCode, stdout } = await grade(answers.sequential, '--format', format, '--output', target);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    readers[format]?.(readFileSync(target, 'utf8'));
  });

  test('replaces what was there', async () => {
    const target = file('old.tap', 'x'.repeat(100_000));
    await grade(answers.right, '--format', 'tap', '--output', target);
    readTap(readFileSync(target, 'utf8'));
  });
});

describe('--exit-zero', () => {
  test.each([
    ['a right answer', answers.right],
    ['a wrong answer', answers.sequential],
  ])('exits 0 for %s', async (_, answer) => {
    expect((await grade(answer, '--exit-zero', '--format', 'exercism')).exitCode).toBe(0);
  });

  test('exits 0 for one that does not parse', async () => {
    const wrong = file('wrong.js', 'export const = 1;');
    expect((await grade(wrong, '--exit-zero')).exitCode).toBe(0);
  });

  test('does not hide a fault of the exercise', async () => {
    const broken = path.join(folder, 'broken/adder');
    const adder = path.resolve(import.meta.dirname, '../../fixtures/exercises/adder');
    const { cpSync } = await import('node:fs');
    mkdirSync(path.dirname(broken), { recursive: true });
    cpSync(adder, broken, { recursive: true });
    const expectations = readFileSync(path.join(adder, 'expectations.ts'), 'utf8');
    writeFileSync(
      path.join(broken, 'expectations.ts'),
      expectations.replace('expect(evidence.result).toBe(5);', 'oops();'),
    );
    const answer = path.join(adder, 'solution/solution.js');
    const options = ['--exercises', path.dirname(broken), '--exit-zero', '--format', 'tap'];
    const { exitCode, stdout } = await interleave('grade', 'adder', answer, ...options);
    expect(exitCode).toBe(3);
    expect(readTap(stdout).bailOut).toMatch(/oops/);
  });

  test('does not hide a wrong use', async () => {
    expect((await interleave('grade', 'nothing', answers.right, '--exit-zero')).exitCode).toBe(3);
  });
});

describe('wrong use: exit 3 and one sentence', () => {
  test.each<[string, string[], string | RegExp]>([
    [
      'an unknown format',
      ['--format', 'xml'],
      '--format "xml": expected one of text, json, exercism, junit, tap, ctrf, trace.\n',
    ],
    [
      'two formats',
      ['--format', 'tap', '--json'],
      '--json and --format tap ask for two formats; give one of them.\n',
    ],
    [
      'an output in no folder',
      ['--output', '/no/such/report.xml'],
      '--output "/no/such/report.xml" cannot be written: there is no folder "/no/such".\n',
    ],
    [
      'an output that is a folder',
      ['--output', os.tmpdir()],
      /^--output ".*" cannot be written: it is a folder\.\n$/,
    ],
  ])('%s', async (_, options, sentence) => {
    const { exitCode, stdout, stderr } = await grade(answers.right, ...options);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    if (typeof sentence === 'string') expect(stderr).toBe(sentence);
    else expect(stderr).toMatch(sentence);
  });

  test.each<[string, () => string[], RegExp]>([
    [
      'a folder for a file',
      () => ['grade', 'parallel-requests', folder],
      /^".*" is a folder: expected a file ending in \.js/,
    ],
    [
      'a folder that ends in .js',
      () => ['run', (mkdirSync(path.join(folder, 'f.js')), path.join(folder, 'f.js'))],
      /is a folder/,
    ],
    [
      'a file that is no text',
      () => [
        'run',
        (writeFileSync(path.join(folder, 'b.js'), Buffer.from([0xff, 0xfe])), path.join(folder, 'b.js')),
      ],
      /^".*b\.js" is no text: expected UTF-8\.\n$/,
    ],
    [
      'a file of 20 MB',
      () => ['run', file('huge.js', ' '.repeat(20 * 1024 * 1024))],
      /^".*huge\.js" is 20 MB long; at most 64 KB are accepted\.\n$/,
    ],
    [
      'a mistyped exercise',
      () => ['grade', 'paralel-request', answers.right],
      /^There is no exercise "paralel-request" in .*\. Did you mean "parallel-requests"\?\n$/,
    ],
    [
      'the folder of an exercise',
      () => ['grade', 'exercises/parallel-requests', answers.right],
      /Did you mean "parallel-requests"\?\n$/,
    ],
    ['a mistyped exercise to check', () => ['check', 'timeout-rice'], /Did you mean "timeout-race"\?\n$/],
    [
      'a folder without exercises',
      () => ['check', '--exercises', folder],
      /^There is no exercise in .*: expected folders that hold an exercise\.md\.\n$/,
    ],
    [
      'a file for a folder',
      () => ['check', '--exercises', answers.right],
      /^--exercises ".*": it is no folder, or a part of its path is none\.\n$/,
    ],
  ])('%s', async (_, args, sentence) => {
    const { exitCode, stdout, stderr } = await interleave(...args());
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});

// `grade --format …`: each format by its own rules, from real gradings; exit codes, files, wrong uses.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  gradeResultSchema,
  loadExercise,
  makeGrader,
  renderReport,
  reportFormats,
  type ExerciseBundle,
} from '#grader/index.ts';
import { ctrfReportSchema } from '#grader/reports/ctrf.ts';
import { exercismResultsSchema } from '#grader/reports/exercism.ts';
import type { ChromeTrace } from '#grader/reports/trace-event.ts';
import { interleave, type Ran } from '#tests/helpers/command-line.ts';
import { readTap } from '#tests/helpers/tap.ts';
import { traceProblems } from '#tests/helpers/trace-rules.ts';

const exercises = path.resolve(import.meta.dirname, '../../../exercises');
const fixtures = path.resolve(import.meta.dirname, '../../fixtures/exercises');
const right = path.join(exercises, 'parallel-requests/solution/solution.ts');
const sequential = path.join(exercises, 'parallel-requests/mistakes/one-by-one.ts');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'interleave-reports-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Buffer): string {
  const full = path.join(folder, name);
  writeFileSync(full, content);
  return full;
}

function subfolder(name: string): string {
  const full = path.join(folder, name);
  mkdirSync(full);
  return full;
}

async function grade(answer: string, ...options: string[]): Promise<Ran> {
  return await interleave('grade', 'parallel-requests', answer, ...options);
}

/** Each throws unless the text keeps the rules of its format. */
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

describe('every format keeps its rules for', () => {
  const grader = makeGrader();
  let exercise: ExerciseBundle;
  beforeAll(async () => {
    exercise = await loadExercise(path.join(exercises, 'parallel-requests'), grader);
  });
  afterAll(async () => {
    await grader.close();
  });

  const answers = {
    'an answer that prints what the formats use themselves': String.raw`
      console.log(']]></system-out> # \\ \u0000 \u001b[31m \ud800');
      export const loadUsers = () => { console.error('\n...\nok 1 - forged\n]}'); throw new Error('<&"\n  ...\n---'); };`,
    'an answer with a thousand timers and nobody who waits': `
      export const loadUsers = async () => { for (let i = 0; i < 1000; i++) setTimeout(() => {}, i % 7); };`,
    'an answer that never settles': `export const loadUsers = () => new Promise(() => {});`,
    'an answer that loops in its second test': `
      export const loadUsers = async (ids) => { if (ids[0] === 7) for (;;); return []; };`,
    'an answer that does not parse': `export const = 1;`,
    'an answer that cannot be loaded': `null.x;`,
  };

  test.each(Object.entries(answers))('%s', async (_, source) => {
    const request = { exercise, files: { 'solution.js': source }, seed: 1, tests: 'all' } as const;
    const result = await grader.grade(request);
    expect(result.verdict.outcome).toMatch(/^(failed|errored)$/);
    const timing = { startedAt: new Date(0), testWallMs: new Map<string, number>() };
    for (const format of reportFormats)
      readers[format]?.(await renderReport(format, { result, exercise, timing }));
  });
});

describe('grade', () => {
  test.each(formats)('--format %s --output writes the file, and nothing to stdout', async (format) => {
    const target = file(`report.${format}`, 'x'.repeat(200_000));
    const ran = await grade(sequential, '--format', format, '--output', target);
    expect(ran).toEqual({ exitCode: 1, stdout: '', stderr: '' });
    readers[format]?.(readFileSync(target, 'utf8'));
  });

  test('prints to stdout without --output', async () => {
    const { exitCode, stdout, stderr } = await grade(right, '--format', 'tap');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(readTap(stdout).points.map(({ ok }) => ok)).toEqual(Array.from({ length: 6 }, () => true));
  });

  test('--json is --format json', async () => {
    const virtual = ({ stdout }: Ran): unknown => ({
      ...gradeResultSchema.parse(JSON.parse(stdout)),
      usage: null,
    });
    const short = await grade(sequential, '--json');
    expect(virtual(await grade(sequential, '--format', 'json', '--json'))).toEqual(virtual(short));
  });

  test('the trace has the reference below each test, and no real time', async () => {
    const { stdout } = await grade(sequential, '--format', 'trace');
    const { traceEvents } = JSON.parse(stdout) as ChromeTrace;
    const processes = traceEvents.filter(({ name }) => name === 'process_name');
    const names = processes.map(({ args }) => z.object({ name: z.string() }).parse(args).name);
    expect(names).toHaveLength(12);
    const [first] = names;
    expect(first).toMatch(/^three lookups/);
    expect(names[1]).toBe(`${first ?? ''} (reference)`);
    const calls = processes.map(({ pid }) =>
      traceEvents.flatMap((event) =>
        event.ph === 'X' && event.cat === 'call' && event.pid === pid ? [[event.ts, event.dur]] : [],
      ),
    );
    const [mine, reference] = calls;
    expect(mine).toEqual([
      [0, 200_000],
      [200_000, 200_000],
      [400_000, 200_000],
    ]);
    expect(reference).toEqual(Array.from({ length: 3 }, () => [0, 200_000]));
    expect((await grade(sequential, '--format', 'trace')).stdout).toBe(stdout);
  });

  test('a folder is a submission of several files, and findings name theirs', async () => {
    const answer = subfolder('several');
    mkdirSync(path.join(answer, 'lib'));
    mkdirSync(path.join(answer, 'node_modules'));
    writeFileSync(path.join(answer, 'notes.txt'), 'not code');
    writeFileSync(path.join(answer, 'node_modules/other.js'), 'not ours');
    writeFileSync(path.join(answer, 'solution.ts'), `export { loadUsers } from './lib/load.ts';`);
    writeFileSync(
      path.join(answer, 'lib/load.ts'),
      `export async function loadUsers(ids: number[], fetchUser: (id: number) => Promise<unknown>) {
        const users: unknown[] = [];
        for (const id of ids) users.push(await fetchUser(id));
        return users;
      }`,
    );
    const { exitCode, stdout } = await grade(answer);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('lib/load.ts:3:48 fetchUser(2) started at 200 ms');
  });

  test('a format does not change the exit code: 2 for what does not parse', async () => {
    const { exitCode, stdout } = await grade(file('wrong.js', 'export const = 1;'), '--format', 'exercism');
    expect(exitCode).toBe(2);
    expect(exercismResultsSchema.parse(JSON.parse(stdout)).message).toMatch(
      /^solution\.js:1:\d+ The code does not parse on line 1/,
    );
  });
});

describe('run', () => {
  const source = `console.log('one');\nsetTimeout(() => { console.error('two'); process.exitCode = 7; }, 5000);`;

  test('--format trace draws the program as one process, and exits as the program does', async () => {
    const { exitCode, stdout, stderr } = await interleave(
      'run',
      file('program.js', source),
      '--format',
      'trace',
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 7, stderr: '' });
    readers['trace']?.(stdout);
    const { traceEvents } = JSON.parse(stdout) as ChromeTrace;
    const drawn = traceEvents.filter(({ ph }) => ph === 'X' || ph === 'i');
    expect(drawn.map((event) => ({ name: event.name, ts: 'ts' in event ? event.ts : null }))).toEqual([
      { name: 'program', ts: 0 },
      { name: 'setTimeout', ts: 0 },
      { name: 'one', ts: 0 },
      { name: 'two', ts: 5_000_000 },
    ]);
  });

  test('a trace of what never ran is empty, and still a trace; the reason goes to stderr', async () => {
    const { exitCode, stdout, stderr } = await interleave(
      'run',
      file('wrong.js', 'const = 1'),
      '--format',
      'trace',
    );
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ traceEvents: [] });
    expect(stderr).toMatch(/^The code does not parse on line 1: .*\n$/);
  });

  test('--output writes all that the program prints', async () => {
    const target = path.join(folder, 'printed.txt');
    const ran = await interleave('run', file('program.js', source), '--output', target);
    expect(ran).toEqual({ exitCode: 7, stdout: '', stderr: '' });
    expect(readFileSync(target, 'utf8')).toBe('one\ntwo\n');
  });
});

describe('--exit-zero', () => {
  test.each([
    ['a wrong answer', `export const loadUsers = () => [];`],
    ['one that does not parse', `export const = 1;`],
  ])('exits 0 for %s', async (_, source) => {
    expect((await grade(file('answer.js', source), '--exit-zero')).exitCode).toBe(0);
  });

  test('does not hide a fault of the exercise', async () => {
    const root = subfolder('broken');
    cpSync(path.join(fixtures, 'adder'), path.join(root, 'adder'), { recursive: true });
    const expectations = path.join(root, 'adder/expectations.ts');
    const source = readFileSync(expectations, 'utf8');
    writeFileSync(expectations, source.replace('expect(evidence.result).toBe(5);', 'oops();'));
    const answer = path.join(fixtures, 'adder/solution/solution.js');
    const options = ['--exercises', root, '--exit-zero', '--format', 'tap'];
    const { exitCode, stdout } = await interleave('grade', 'adder', answer, ...options);
    expect(exitCode).toBe(3);
    expect(readTap(stdout).bailOut).toMatch(/oops/);
  });

  test('does not hide a wrong use', async () => {
    expect((await interleave('grade', 'nothing', right, '--exit-zero')).exitCode).toBe(3);
  });
});

describe('wrong use: exit 3 and one sentence', () => {
  test.each<[string, string[], RegExp]>([
    [
      'an unknown format',
      ['--format', 'xml'],
      /^--format "xml": expected one of text, json, exercism, junit, tap, ctrf, trace\.$/,
    ],
    [
      'two formats',
      ['--format', 'tap', '--json'],
      /^--json and --format tap ask for two formats; give one of them\.$/,
    ],
    [
      'an output in no folder',
      ['--output', '/no/such/report.xml'],
      /^--output "\/no\/such\/report\.xml" cannot be written: there is no folder "\/no\/such"\.$/,
    ],
    [
      'an output that is a folder',
      ['--output', os.tmpdir()],
      /^--output ".*" cannot be written: it is a folder\.$/,
    ],
  ])('%s', async (_, options, sentence) => {
    expect(sentenceOf(await grade(right, ...options))).toMatch(sentence);
  });

  test.each<[string, () => string[], RegExp]>([
    [
      'a folder without a solution',
      () => ['grade', 'parallel-requests', folder],
      /^".*" is a folder: expected solution\.js or solution\.ts in it, but it has neither\.$/,
    ],
    [
      'a folder with two solutions',
      () => ['grade', 'parallel-requests', path.dirname(right)],
      /^".*" is a folder: expected solution\.js or solution\.ts in it, but it has both\.$/,
    ],
    [
      'a verdict of a run',
      () => ['run', right, '--format', 'tap'],
      /^--format "tap": expected one of text, json, trace\.$/,
    ],
    ['a folder that ends in .js', () => ['run', subfolder('folder.js')], /^".*folder\.js" is a folder: /],
    [
      'a file that is no text',
      () => ['run', file('binary.js', Buffer.from([0xff, 0xfe, 0x00]))],
      /^".*binary\.js" is no text: expected UTF-8\.$/,
    ],
    [
      'a file of 20 MB',
      () => ['run', file('huge.js', Buffer.alloc(20 * 1024 * 1024))],
      /^".*huge\.js" is 20 MB long; at most 64 KB are accepted\.$/,
    ],
    [
      'a mistyped exercise',
      () => ['grade', 'paralel-request', right],
      /^There is no exercise "paralel-request" in .*\. Did you mean "parallel-requests"\?$/,
    ],
    [
      'the path of an exercise',
      () => ['grade', 'exercises/parallel-requests', right],
      /Did you mean "parallel-requests"\?$/,
    ],
    ['a mistyped exercise to check', () => ['check', 'timeout-rice'], /Did you mean "timeout-race"\?$/],
    [
      'a folder without exercises',
      () => ['check', '--exercises', folder],
      /^There is nothing in .*: expected folders that hold an exercise\.md, lesson\.md or track\.md\.$/,
    ],
    [
      'a file for a folder',
      () => ['check', '--exercises', right],
      /^--exercises ".*": it is no folder, or a part of its path is none\.$/,
    ],
  ])('%s', async (_, args, sentence) => {
    expect(sentenceOf(await interleave(...args()))).toMatch(sentence);
  });

  /** The one line that a wrong use prints; anything else, spelled out. */
  function sentenceOf({ exitCode, stdout, stderr }: Ran): string {
    const [line = '', ...others] = stderr.trimEnd().split('\n');
    const isFine = exitCode === 3 && stdout === '' && others.length === 0;
    return isFine ? line : `exit ${exitCode}\n${stdout}\n${stderr}`;
  }
});

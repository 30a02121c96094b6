// The command line: exit codes, JSON shapes, sentences for wrong use. In this process, and a few times as the real command.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '#cli/main.ts';
import { checkReportSchema, gradeResultSchema, runReportSchema } from '#grader/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const fixtures = path.join(root, 'tests/fixtures/exercises');
const solution = path.join(root, 'exercises/parallel-requests/solution/solution.ts');
const sequential = path.join(root, 'exercises/parallel-requests/mistakes/one-by-one.ts');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-cli-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

let stdout = '';
let stderr = '';

beforeEach(() => {
  stdout = '';
  stderr = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((...texts: unknown[]) => {
    stderr += `${texts.join(' ')}\n`;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function interleave(...args: string[]): Promise<number> {
  return await main(['node', 'interleave', ...args]);
}

async function file(name: string, source: string): Promise<string> {
  const full = path.join(folder, name);
  await writeFile(full, source);
  return full;
}

describe('grade', () => {
  test('exit 0 for a right answer, and the summary', async () => {
    expect(await interleave('grade', 'parallel-requests', solution)).toBe(0);
    expect(stdout).toContain('passed, 6 of 6 tests passed');
  });

  test('exit 1 for a sequential answer, saying what is late and by how much', async () => {
    expect(await interleave('grade', 'parallel-requests', sequential)).toBe(1);
    expect(stdout).toContain(
      'fetchUser(2) started at 200 ms, after fetchUser(1) finished. Expected: it starts at 0 ms.',
    );
    expect(stdout).toMatch(/solution\.ts:\d+:\d+ /);
  });

  test('exit 2 for code that does not parse, with its line', async () => {
    const wrong = await file('wrong.js', 'export const a = 1;\nexport const = 2;\n');
    expect(await interleave('grade', 'parallel-requests', wrong)).toBe(2);
    expect(stdout).toContain('solution.js:2:');
    expect(stdout).toContain('The code does not parse on line 2');
  });

  test('JSON is what the schema says, with the seed that was asked for', async () => {
    expect(await interleave('grade', 'parallel-requests', solution, '--json', '--seed', '9')).toBe(0);
    const result = gradeResultSchema.parse(JSON.parse(stdout));
    expect(result.verdict).toMatchObject({ outcome: 'passed', seed: 9, sealed: true });
    expect(result.recordings).toHaveLength(6);
  });

  test('five runs are equal in every byte but for usage', async () => {
    const texts = new Set<string>();
    for (let run = 0; run < 5; run += 1) {
      stdout = '';
      await interleave('grade', 'parallel-requests', sequential, '--json');
      const { usage: _, ...rest } = gradeResultSchema.parse(JSON.parse(stdout));
      texts.add(JSON.stringify(rest));
    }
    expect(texts.size).toBe(1);
  });

  test('exercises of another folder', async () => {
    const right = path.join(fixtures, 'adder/solution/solution.js');
    expect(await interleave('grade', 'adder', right, '--exercises', fixtures)).toBe(0);
  });
});

describe('run', () => {
  test('prints and exits as the program would, and tells the virtual time', async () => {
    const program = await file(
      'program.js',
      `console.log('one'); setTimeout(() => { console.error('two'); process.exitCode = 7; }, 5000);`,
    );
    expect(await interleave('run', program)).toBe(7);
    expect({ stdout, stderr }).toEqual({ stdout: 'one\n', stderr: 'two\n' });
    stdout = '';
    await interleave('run', program, '--json');
    expect(runReportSchema.parse(JSON.parse(stdout))).toMatchObject({ exitCode: 7, virtualMs: 5000 });
  });

  test.each([
    ['an uncaught error', `null.x;`, 1, /Uncaught TypeError/],
    [
      'an unhandled rejection',
      `Promise.reject(new Error('nobody'));`,
      1,
      /Uncaught Error: nobody \(line 1\)/,
    ],
    ['an unsettled top-level await', `await new Promise(() => {});`, 13, /never settled/],
    ['an endless loop', `for (;;);`, 124, /too much real time or memory/],
    ['code that does not parse', `const = 1`, 1, /does not parse on line 1/],
    ['an import', `import 'node:fs';`, 1, /`node:fs` is not available here/],
  ])('%s', async (_, source, exitCode, text) => {
    expect(await interleave('run', await file('program.ts', source))).toBe(exitCode);
    expect(stderr).toMatch(text);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('check', () => {
  test('a proven exercise, as text and as JSON', async () => {
    expect(await interleave('check', 'adder', '--exercises', fixtures)).toBe(0);
    expect(stdout).toContain('adder');
    stdout = '';
    expect(await interleave('check', 'adder', '--exercises', fixtures, '--json')).toBe(0);
    expect(checkReportSchema.parse(JSON.parse(stdout))).toMatchObject({
      exercises: [{ id: 'adder', ok: true, problems: [] }],
    });
  });

  test('exit 1 for a solution that fails, a starter and a mistake that pass', async () => {
    const { cp, readFile } = await import('node:fs/promises');
    const broken = path.join(folder, 'broken');
    await cp(path.join(fixtures, 'adder'), path.join(broken, 'adder'), { recursive: true });
    const read = async (name: string): Promise<string> =>
      await readFile(path.join(broken, 'adder', name), 'utf8');
    const [right, starter, mistake] = await Promise.all(
      ['solution/solution.js', 'starter/solution.js', 'mistakes/one-by-one.js'].map(read),
    );
    await writeFile(path.join(broken, 'adder/solution/solution.js'), starter ?? '');
    await writeFile(path.join(broken, 'adder/starter/solution.js'), right ?? '');
    await writeFile(
      path.join(broken, 'adder/mistakes/one-by-one.js'),
      `${mistake?.split('\n')[0] ?? ''}\n${right ?? ''}`,
    );
    expect(await interleave('check', '--exercises', broken, '--json')).toBe(1);
    const [checked] = checkReportSchema.parse(JSON.parse(stdout)).exercises;
    expect(checked?.problems).toHaveLength(3);
    expect(checked?.problems.join('\n')).toMatch(
      /solution\/.*expected to pass[\s\S]*starter\/.*passes[\s\S]*mistakes\/one-by-one/,
    );
  });
});

describe('wrong use: exit 3 and one sentence', () => {
  test.each<[string, string[], RegExp]>([
    [
      'an unknown exercise',
      ['grade', 'nothing', solution],
      /^There is no exercise "nothing" in .*\. Expected one of: [a-z]+(?:-[a-z]+)*, .* and \d+ more\./,
    ],
    [
      'an unknown exercise to check',
      ['check', 'nothing'],
      /^There is no exercise, lesson or track "nothing"/,
    ],
    [
      'a file that is not there',
      ['grade', 'parallel-requests', 'no.ts'],
      /^"no\.ts" cannot be read: it does not exist\.$/m,
    ],
    [
      'a file of another language',
      ['run', 'a.py'],
      /^"a\.py" is neither JavaScript nor TypeScript: expected a file ending in/,
    ],
    [
      'a seed that is no number',
      ['grade', 'parallel-requests', solution, '--seed', 'x'],
      /^--seed "x": expected a whole number from 0 to 4294967295\.$/m,
    ],
    [
      'a seed that is too large',
      ['grade', 'parallel-requests', solution, '--seed', '4294967296'],
      /^--seed "4294967296": expected/,
    ],
    [
      'a folder that is not there',
      ['check', '--exercises', '/no/such'],
      /^--exercises "\/no\/such": the folder does not exist\.$/m,
    ],
    ['an unknown command', ['judge'], /unknown command/],
    ['an unknown option', ['run', solution, '--fast'], /unknown option/],
    ['a missing argument', ['grade', 'parallel-requests'], /missing required argument/],
  ])('%s', async (_, args, text) => {
    expect(await interleave(...args)).toBe(3);
    expect(stderr).toMatch(text);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/ {4}at /);
  });

  test('help is no wrong use', async () => {
    expect(await interleave('--help')).toBe(0);
    for (const command of ['grade', 'run', 'check']) expect(stdout).toContain(command);
  });
});

describe('the command itself', () => {
  async function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return await new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [path.join(root, 'cli/interleave.js'), ...args],
        (_, out, err) => resolve({ code: child.exitCode ?? -1, stdout: out, stderr: err }),
      );
    });
  }

  test('grades, with the exit code and nothing on stderr', async () => {
    expect(await command('grade', 'parallel-requests', solution)).toMatchObject({ code: 0, stderr: '' });
    expect(await command('grade', 'parallel-requests', sequential)).toMatchObject({ code: 1, stderr: '' });
  });

  test('writes all of a long JSON into a pipe', async () => {
    const { stdout: text } = await command('grade', 'parallel-requests', sequential, '--json');
    expect(gradeResultSchema.safeParse(JSON.parse(text)).success).toBe(true);
  });

  test('a wrong use', async () => {
    expect(await command('grade', 'nothing', solution)).toMatchObject({ code: 3, stdout: '' });
  });
});

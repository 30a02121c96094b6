// `interleave new` and `interleave check --watch`, as an author meets them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkExercise } from '#cli/check-exercise.ts';
import { main } from '#cli/main.ts';
import { makeGrader } from '#grader/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'interleave-new-'));
const grader = makeGrader();
let printed = '';

beforeEach(() => {
  printed = '';
  const keep = (text: unknown): boolean => {
    printed += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await grader.close();
  rmSync(folder, { recursive: true });
});

async function make(slug: string, ...options: string[]): Promise<number> {
  return await main(['node', 'interleave', 'new', slug, '--dir', folder, ...options]);
}

test('what it makes is proven as it stands, mutants included', async () => {
  expect(await make('greet-them', '--title', 'Greetings: all "at once"')).toBe(0);
  expect(printed).toContain(`npx --no interleave check greet-them --watch --exercises ${folder}`);
  const made = path.join(folder, 'greet-them');
  expect(readFileSync(path.join(made, 'exercise.md'), 'utf8')).toMatch(
    /^id: greet-them$[\s\S]*^title: .*Greetings: all "at once"/m,
  );
  expect(await checkExercise(made, grader, { mutants: true })).toMatchObject({ ok: true, problems: [] });
});

test('without a title, the slug is one', async () => {
  expect(await make('two-by-two')).toBe(0);
  expect(readFileSync(path.join(folder, 'two-by-two/exercise.md'), 'utf8')).toMatch(/^title: Two by two$/m);
});

test.each<[string, string[], RegExp]>([
  [
    'Not A Slug',
    [],
    /^"Not A Slug" is no name of an exercise: expected lower-case words joined by hyphens\.\s*$/,
  ],
  ['../up', [], /^"\.\.\/up" is no name of an exercise/],
  ['timeout-race', [], /timeout-race" is there already: expected another name\.\s*$/],
  ['long', ['--title', 'x'.repeat(81)], /^--title "x+": expected 1 to 80 characters\.\s*$/],
  ['blank', ['--title', ' '], /^--title " ": expected/],
])('refuses %s in one sentence, and writes nothing', async (slug, options, sentence) => {
  const before = readdirSync(folder);
  expect(await make(slug, ...options)).toBe(3);
  expect(printed).toMatch(sentence);
  expect(readdirSync(folder)).toEqual(before);
});

test('a folder that is there already stays as it is', async () => {
  expect(await make('kept')).toBe(0);
  const file = path.join(folder, 'kept/hints.md');
  writeFileSync(file, 'mine');
  expect(await make('kept')).toBe(3);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('a folder that cannot be made is told with its reason', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  expect(await main(['node', 'interleave', 'new', 'inside', '--dir', path.join(folder, 'file/below')])).toBe(
    3,
  );
  expect(printed).toMatch(/cannot be written: .*\.\s*$/);
  expect(existsSync(path.join(folder, 'inside'))).toBe(false);
});

test('--watch checks again what changes, and Ctrl-C ends it with exit 0', async () => {
  expect(await make('watched')).toBe(0);
  expect(await make('other')).toBe(0);
  const args = ['cli/interleave.js', 'check', 'watched', 'other', '--watch', '--exercises', folder];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const until = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(text)) await once(child.stdout, 'data');
  };
  await until(/all 2 exercises are proven[\s\S]*Ctrl-C ends/);
  expect(text).not.toContain('\u001B[2J');
  text = '';
  writeFileSync(path.join(folder, 'watched/hints.md'), 'Only one hint');
  await until(
    /✗ watched[\s\S]*hints\.md: expected at least 3 hints[\s\S]*1 of 1 exercises[\s\S]*Ctrl-C ends/,
  );
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

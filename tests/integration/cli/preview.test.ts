// `interleave preview`: a page on the loopback address that follows an author's folder.
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { PreviewData } from '#cli/preview/preview-data.ts';
import { interleave } from '#tests/helpers/command-line.ts';
import { makeTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const fixtures = path.join(root, 'tests/fixtures');
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

type Previewed = { address: string; end: () => Promise<number | null> };

async function preview(...args: string[]): Promise<Previewed> {
  const child = spawn(process.execPath, [path.join(root, 'cli/interleave.js'), 'preview', ...args]);
  started.push(child);
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const found = /http:\S+\//.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    });
    void exit.then((code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
  return {
    address,
    end: async () => {
      child.kill('SIGINT');
      return await exit;
    },
  };
}

async function read({ address }: Previewed): Promise<PreviewData> {
  return (await (await fetch(`${address}data.json`)).json()) as PreviewData;
}

/** Resolves with the second event of the stream: the first says that it is open. */
async function nextChange({ address }: Previewed): Promise<string> {
  const { body } = await fetch(`${address}changes`);
  for await (const chunk of body ?? []) {
    const text = Buffer.from(chunk).toString();
    if (text.includes('data:')) return text;
  }
  return '';
}

test('an exercise: page, script, styles, every answer with its verdict; and it follows the files', async () => {
  const folder = makeTemporaryFolder();
  await cp(path.join(fixtures, 'exercises'), folder, { recursive: true });
  const page = await preview('adder', '--exercises', folder);
  expect(page.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  for (const [file, type] of [
    ['', 'text/html'],
    ['preview.js', 'text/javascript'],
    ['preview.css', 'text/css'],
  ]) {
    const response = await fetch(page.address + file);
    expect(response.headers.get('content-type')).toContain(type);
    expect((await response.text()).length).toBeGreaterThan(300);
  }
  const data = await read(page);
  expect(data).toMatchObject({ kind: 'exercise', id: 'adder', problems: [], exercise: { title: 'Adder' } });
  const answers = data.kind === 'exercise' ? data.exercise.answers : [];
  const outcomes = new Map(answers.map((answer) => [answer.path, answer.outcome]));
  expect(outcomes.get('solution/solution.js')).toBe('passed');
  expect(outcomes.get('starter/solution.js')).toBe('failed');
  expect(outcomes.get('mistakes/one-by-one.js')).toBe('failed');
  const mistake = answers.find((answer) => answer.path === 'mistakes/one-by-one.js');
  expect(mistake?.tests.some(({ name, sentence }) => name === mistake.failsTest && sentence !== '')).toBe(
    true,
  );

  const change = nextChange(page);
  const file = path.join(folder, 'adder/exercise.md');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^title:.*$/m, 'colour: red'));
  expect(await change).toContain('data: changed');
  expect(await read(page)).toMatchObject({
    kind: 'broken',
    problems: [expect.stringMatching(/field "title": is missing/), expect.stringMatching(/field "colour"/)],
  });
  expect(await page.end()).toBe(0);
});

test('a lesson, with what it came to', async () => {
  const page = await preview('two-kettles', '--exercises', path.join(fixtures, 'content'));
  expect(await read(page)).toMatchObject({ kind: 'lesson', words: 42, lesson: { title: 'Two kettles' } });
  expect(await page.end()).toBe(0);
});

test('no other name leads to it', async () => {
  const page = await preview('two-kettles', '--exercises', path.join(fixtures, 'content'));
  const status = await new Promise((resolve) => {
    http.get(`${page.address}data.json`, { headers: { host: 'elsewhere.test' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
  });
  expect(status).toBe(421);
  expect(await page.end()).toBe(0);
});

test.each([
  [['no-such-thing'], /^There is no exercise, lesson or track "no-such-thing"/],
  [
    ['kitchen', '--exercises', path.join(fixtures, 'content')],
    /^"kitchen" is a track; expected an exercise or/,
  ],
  [['timeout-race', '--port', 'x'], /^--port is "x"; expected a whole number from 0 to 65535\./],
  [['timeout-race', '--exercises', '/nowhere'], /^--exercises "\/nowhere": the folder does not exist\./],
])('%j: exit 3 and one sentence', async (args, sentence) => {
  const { exitCode, stderr } = await interleave('preview', ...args);
  expect([exitCode, stderr.trim().split('\n').length]).toEqual([3, 1]);
  expect(stderr).toMatch(sentence);
});

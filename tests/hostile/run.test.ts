// `npm run test:hostile -- <folder>`: a miss of each kind is counted and ends in exit code 1.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '#tests/helpers/temporary-folder.ts';

const program = path.join(import.meta.dirname, 'run.ts');
const RIGHT = `export const solve = async ({ ids }, { fetchItem }) => {
  const items = await Promise.all(ids.map((id) => fetchItem(id)));
  return { total: items.reduce((sum, { value }) => sum + value, 0), count: ids.length };
};`;
const WRONG = `export const solve = () => 'wrong';`;

async function run(files: { [name: string]: string }): Promise<{ code: unknown; last: string }> {
  const folder = makeTemporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return await new Promise((resolve) => {
    const flags = ['--disable-warning=ExperimentalWarning'];
    execFile(process.execPath, [...flags, program, folder], (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, last: (stdout + stderr).trim().split('\n').at(-1) ?? '' });
    });
  });
}

test('verdicts as the headers say are accepted', async () => {
  const result = await run({
    'ok-mine.js': `// expect: contained\n// why: must PASS\n${RIGHT}`,
    'bad-mine.js': `// expect: no-forgery\n${WRONG}`,
  });
  expect(result).toEqual({
    code: 0,
    last: '2 / 2 accepted, 0 forged, 0 hung, 0 controls wrong, 0 processes left over',
  });
});

test('a pass that was not to be, a control that fails and another class are misses', async () => {
  const result = await run({
    'forged.js': `// expect: no-forgery\n${RIGHT}`,
    'other-class.js': `// expect: syntax-error\n${WRONG}`,
    'right.js': `// expect: contained\n${RIGHT}`,
  });
  expect(result).toEqual({
    code: 1,
    last: '1 / 3 accepted, 1 forged, 0 hung, 0 controls wrong, 0 processes left over',
  });
});

test('a control of the folder that is wrong is found after every file', async () => {
  const result = await run({ 'ok-wrong.js': `// expect: contained\n// why: must PASS\n${WRONG}` });
  expect(result).toEqual({
    code: 1,
    last: '0 / 1 accepted, 0 forged, 0 hung, 2 controls wrong, 0 processes left over',
  });
});

test('a folder that is none, or has no submission, or one without a header, is refused by name', async () => {
  const refused = await run({});
  expect(refused.code).toBe(2);
  expect(refused.last).toContain('has no *.js file');
  const headless = await run({ 'x.js': WRONG });
  expect(headless).toEqual({
    code: 2,
    last: 'x.js: no "// expect:" line says which outcome is accepted',
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recall, recallFrom } from '#cli/recall.ts';

let folder = '';
let asked = 0;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-recall-'));
  asked = 0;
});
afterEach(async () => await rm(folder, { recursive: true }));

async function find(): Promise<{ asked: number }> {
  asked += 1;
  return { asked };
}

test('what was found once is not looked for again, under the same key and build', async () => {
  recallFrom(folder, 'build 1');
  expect([await recall('a', find), await recall('a', find)]).toEqual([{ asked: 1 }, { asked: 1 }]);
  expect(await recall('b', find)).toEqual({ asked: 2 });
  recallFrom(folder, 'build 2');
  expect(await recall('a', find)).toEqual({ asked: 3 });
});

test('a file that was cut off or changed is looked for again, and replaced', async () => {
  recallFrom(folder, 'build');
  await recall('a', find);
  const [name = ''] = await readdir(folder);
  const file = path.join(folder, name);
  const text = await readFile(file, 'utf8');
  for (const broken of [text.slice(0, -1), text.replace('1}', '7}'), '', 'null']) {
    await writeFile(file, broken);
    const found = await recall('a', find);
    expect(found).toEqual({ asked });
    expect(await recall('a', find)).toEqual(found);
  }
  expect(asked).toBe(5);
});

test('where nothing can be kept, it is found each time', async () => {
  await writeFile(path.join(folder, 'file'), '');
  recallFrom(path.join(folder, 'file'), 'build');
  await recall('a', find);
  expect(await recall('a', find)).toEqual({ asked: 2 });
});

test('a failure is not kept', async () => {
  recallFrom(folder, 'build');
  await expect(recall('a', async () => await Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await recall('a', find)).toEqual({ asked: 1 });
});

test('what is not sound is not kept', async () => {
  recallFrom(folder, 'build');
  const isSound = (found: { asked: number }): boolean => found.asked > 1;
  const found = [];
  for (let time = 0; time < 3; time += 1) found.push(await recall('a', find, isSound));
  expect(found).toEqual([{ asked: 1 }, { asked: 2 }, { asked: 2 }]);
});

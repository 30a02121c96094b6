// The command as it is built at its first use: used while the sources are the same, never otherwise, and never needed.
import { execFile } from 'node:child_process';
import { appendFile, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findBuiltProgram } from '#cli/built-program.js';
import { makeInstallation, type Installation } from '#tests/helpers/installation.ts';

let installation: Installation;

beforeAll(async () => {
  installation = await makeInstallation();
});
afterAll(async () => await installation[Symbol.asyncDispose]());

beforeEach(async () => await rm(installation.cache, { recursive: true, force: true }));

type Ran = { code: number; stdout: string; stderr: string };

async function grade(): Promise<Ran> {
  const right = path.join(installation.root, 'exercises/adder/solution/solution.js');
  const args = [path.join(installation.root, 'cli/interleave.js'), 'grade', 'adder', right];
  return await new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

async function builtPrograms(): Promise<string[]> {
  const names = await readdir(path.join(installation.cache, 'interleave')).catch(() => []);
  return names.filter((name) => name.startsWith('program'));
}

async function manifest(): Promise<{ commandFile: string; sources: string; hash: string }> {
  return JSON.parse(
    await readFile(path.join(installation.cache, 'interleave/program.json'), 'utf8'),
  ) as never;
}

const passed = expect.objectContaining({ code: 0, stderr: '' }) as Ran;

test('the first run builds, the second runs what was built', async () => {
  expect(await grade()).toEqual(passed);
  const { commandFile } = await manifest();
  // Only a run of the built text can say this.
  await appendFile(commandFile, '\nconsole.log("this is the built one");\n');
  const { code, stdout } = await grade();
  expect(code).toBe(0);
  expect(stdout).toContain('this is the built one');
});

test('an edited source is built anew, at once', async () => {
  await grade();
  const before = await manifest();
  const file = path.join(installation.root, 'cli/main.ts');
  const source = await readFile(file, 'utf8');
  try {
    // Of the same length, with the same time of modification.
    await writeFile(file, source.replace('Grade, run and check', 'Grade, run and CHECK'));
    await utimes(file, new Date(0), new Date(0));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await grade()).toEqual(passed);
    const after = await manifest();
    expect(after.hash).not.toBe(before.hash);
    expect(await readFile(after.commandFile, 'utf8')).toContain('Grade, run and CHECK');
  } finally {
    await writeFile(file, source);
  }
});

test('a source that was only touched is not built anew', async () => {
  await grade();
  const before = await manifest();
  await utimes(path.join(installation.root, 'cli/main.ts'), new Date(), new Date());
  expect(await grade()).toEqual(passed);
  const after = await manifest();
  expect(after.hash).toBe(before.hash);
  expect(after.commandFile).toBe(before.commandFile);
  expect(after.sources).not.toBe(before.sources);
});

test('three first runs at the same time all grade, and leave one program behind', async () => {
  expect(await Promise.all([grade(), grade(), grade()])).toEqual([passed, passed, passed]);
  const names = await builtPrograms();
  expect(names).toHaveLength(2);
  expect(names).toContain('program.json');
});

test('where nothing can be kept, the command runs from its sources', async () => {
  await writeFile(installation.cache, 'a file where the folder would be');
  expect(await grade()).toEqual(passed);
});

test('a manifest that is not one of this installation is not used, and replaced', async () => {
  await grade();
  const { root } = installation;
  const file = path.join(installation.cache, 'interleave/program.json');
  const whole = await readFile(file, 'utf8');
  expect(findBuiltProgram(root)).toMatchObject({ root });
  const spoiled = {
    'cut off': whole.slice(0, -1),
    'of another kind': '[]',
    'of another installation': whole.replace(`"root":"${root}"`, '"root":"/elsewhere"'),
    'of another Node': whole.replaceAll(process.version, 'v1.2.3'),
  };
  for (const [how, text] of Object.entries(spoiled)) {
    expect({ how, isSpoiled: text !== whole }).toEqual({ how, isSpoiled: true });
    await writeFile(file, text);
    expect({ how, found: findBuiltProgram(root) }).toEqual({ how, found: null });
  }
  expect(await grade()).toEqual(passed);
  expect(findBuiltProgram(root)).toMatchObject({ root });
});

test('a bundle that has gone is built again', async () => {
  await grade();
  const { commandFile } = await manifest();
  await rm(path.dirname(commandFile), { recursive: true });
  expect(await grade()).toEqual(passed);
  expect(await builtPrograms()).toHaveLength(2);
});

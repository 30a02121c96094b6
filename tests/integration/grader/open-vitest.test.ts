// The same spec under Vitest and under ours: the same tests, by the same names, with the same outcomes.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { makeGrader } from '#grader/index.ts';
import { gradeSpec } from '#tests/helpers/open.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const specs = path.join(root, 'tests/fixtures/specs');
const grader = makeGrader();
afterAll(async () => {
  await grader.close();
});

type VitestReport = {
  testResults: { assertionResults: { ancestorTitles: string[]; title: string; status: string }[] }[];
};

/** Outcomes by name, as Vitest itself has them; of what it does not run, nothing. */
async function runVitest(folder: string): Promise<{ [name: string]: string }> {
  await cp(specs, folder, { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const report = path.join(folder, 'report.json');
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--root', folder, '--reporter=json', `--outputFile=${report}`];
  // Some of the tests fail, and with them the command.
  await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    env: { NODE_ENV: 'test', PATH: process.env['PATH'] },
  }).catch(() => {});
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as VitestReport;
  return Object.fromEntries(
    testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ ancestorTitles, title, status }) => [[...ancestorTitles, title].join(' > '), status]),
  );
}

test('a spec for Vitest has the tests, names and outcomes that Vitest gives it', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'interleave-vitest-'));
  try {
    const theirs = await runVitest(folder);
    const [spec, source] = await Promise.all(
      ['everything.spec.js', 'solution.js'].map(
        async (name) => await readFile(path.join(specs, name), 'utf8'),
      ),
    );
    const { outcomes } = await gradeSpec(grader, { spec: spec ?? '', source: source ?? '' });
    expect(Object.keys(theirs).length).toBeGreaterThan(30);
    expect(outcomes).toEqual(theirs);
  } finally {
    await rm(folder, { recursive: true });
  }
});

// Imports every exercise of an Exercism track, checks each, and says how many stand: `node tests/exercism-track.ts <track>`.
// The track is a clone of its repository; nothing of it is kept. `--only <slug,…>` takes some, `--keep <folder>` keeps them.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkExercise } from '#cli/check-exercise.ts';
import { UsageError } from '#cli/exit-codes.ts';
import { convertExercise } from '#cli/import-exercism-convert.ts';
import { readExercism } from '#cli/import-exercism-read.ts';
import { writeExercise } from '#cli/import-exercism.ts';
import { makeGrader } from '#grader/index.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, keep: { type: 'string' } },
});
const [track = ''] = positionals;
const only = values.only?.split(',');
const target = values.keep ?? mkdtempSync(path.join(os.tmpdir(), 'interleave-track-'));

type Outcome = { slug: string; kind: 'proven' | 'unproven' | 'refused'; tests: number; reasons: string[] };

function listFolders(): string[] {
  return ['practice', 'concept'].flatMap((kind) => {
    const root = path.join(track, 'exercises', kind);
    const names = existsSync(root) ? readdirSync(root) : [];
    return names
      .filter((name) => existsSync(path.join(root, name, '.meta/config.json')))
      .filter((name) => only?.includes(name) ?? true)
      .map((name) => path.join(root, name));
  });
}

const grader = makeGrader();

async function importOne(folder: string): Promise<Outcome> {
  const slug = path.basename(folder);
  try {
    const into = path.join(target, slug);
    writeExercise(into, convertExercise(readExercism(folder)));
    const { ok, tests, problems } = await checkExercise(into, grader);
    return { slug, kind: ok ? 'proven' : 'unproven', tests, reasons: problems };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { slug, kind: 'refused', tests: 0, reasons: [error.message] };
  }
}

const startMs = performance.now();
const outcomes: Outcome[] = [];
try {
  for (const folder of listFolders()) outcomes.push(await importOne(folder));
} finally {
  await grader.close();
  if (values.keep === undefined) rmSync(target, { recursive: true });
}
for (const { slug, kind, reasons } of outcomes.filter((each) => each.kind !== 'proven')) {
  console.log(`${kind.padEnd(9)} ${slug}\n${reasons.map((reason) => `    ${reason}`).join('\n')}`);
}
const count = (kind: Outcome['kind']): number => outcomes.filter((each) => each.kind === kind).length;
const tests = outcomes.reduce((sum, outcome) => sum + outcome.tests, 0);
const seconds = ((performance.now() - startMs) / 1000).toFixed(0);
console.log(
  `${outcomes.length} exercises: ${count('proven')} proven, ${count('unproven')} unproven, ${count('refused')} refused; ${tests} tests, ${seconds} s`,
);
process.exitCode = outcomes.length > 0 && count('unproven') === 0 ? 0 : 1;

// `npm run test:hostile [-- <folder>]`: every file of a folder of hostile submissions, ours without an argument, through one
// pool with controls in between. Exit code 1 when a verdict is not accepted, forged or late, a control is wrong or a process left.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownFolder, readCorpus, type Submission } from './corpus.ts';
import { examineAll, type Examined, type Report } from './examine.ts';

const root = path.resolve(import.meta.dirname, '../..');

function tell({ name, complaint, isForged, wallMs, verdict }: Examined): void {
  const mark = complaint === null && !isForged ? 'ok  ' : 'MISS';
  console.log(`${mark} ${name.padEnd(44)} ${String(Math.round(wallMs)).padStart(6)} ms  ${verdict}`);
  if (complaint !== null) console.log(`     ${complaint.slice(0, 2000)}`);
}

function count(examined: Examined[]) {
  return {
    accepted: examined.filter(({ complaint, isForged }) => complaint === null && !isForged).length,
    forged: examined.filter(({ isForged }) => isForged).length,
    hung: examined.filter(({ isHung }) => isHung).length,
  };
}

/** For the sum of all tests (tests/count-results.ts): the fields that it reads. */
function keep(passed: number, total: number): void {
  const folder = path.join(root, 'test-results');
  mkdirSync(folder, { recursive: true });
  const results = { numPassedTests: passed, numFailedTests: total - passed, numPendingTests: 0 };
  writeFileSync(path.join(folder, 'hostile.json'), JSON.stringify(results));
}

function conclude({ examined, poisoned, leftOver }: Report, isOwn: boolean): boolean {
  const { accepted, forged, hung } = count(examined);
  for (const complaint of poisoned) console.log(`MISS control ${complaint.slice(0, 2000)}`);
  console.log(
    `\n${accepted} / ${examined.length} accepted, ${forged} forged, ${hung} hung, ` +
      `${poisoned.length} controls wrong, ${leftOver} processes left over`,
  );
  if (isOwn) keep(accepted, examined.length);
  return accepted === examined.length && forged + hung + poisoned.length + leftOver === 0;
}

const folder = process.argv[2] === undefined ? ownFolder : path.resolve(process.argv[2]);
if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(
    `${folder} is no folder; expected one with hostile submissions (*.js with an "// expect:" line)`,
  );
  process.exit(2);
}

function readOrExit(): Submission[] {
  try {
    const corpus = readCorpus(folder);
    if (corpus.length > 0) return corpus;
    console.error(`${folder} has no *.js file`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return process.exit(2);
}

const corpus = readOrExit();
const report = await examineAll(corpus, tell);
process.exitCode = conclude(report, folder === ownFolder) ? 0 : 1;

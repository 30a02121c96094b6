// `npm run test:gate [-- <item>…]`: what a release must pass (docs/sandbox.md), each item with its figures, as a table. Exit
// code 1 on any miss. It takes a quarter of an hour; the soak is `npm run test:soak`.
import path from 'node:path';
import { makeGrader } from '#grader/index.ts';
import { bubblewrapWorks, takeOverChild, takeOverEngine } from '#tests/helpers/taken-over.ts';
import { fuzzMessages } from '#tests/helpers/scripted-messages.ts';
import { underLoad } from '#tests/helpers/busy-processes.ts';
import { readCorpus } from './corpus.ts';
import { checkCrashes } from './crashes.ts';
import { checkDeterminism } from './determinism.ts';
import type { GateResult } from './gate-result.ts';
import { examineAll, type Examined, type Report } from './examine.ts';
import { checkStorm } from './storm.ts';

const FUZZ_RUNS = 150;
const fixtures = path.resolve(import.meta.dirname, '../fixtures');

let unloaded: Report | undefined;

function missesOf({ examined, poisoned, leftOver }: Report): string[] {
  return [
    ...examined
      .filter(({ complaint, isForged }) => complaint !== null || isForged)
      .map(({ name, complaint }) => `${name}: ${complaint ?? 'forged'}`),
    ...poisoned,
    ...(leftOver === 0 ? [] : [`${leftOver} processes left over`]),
  ];
}

function figuresOf({ examined }: Report): string {
  const longest = Math.max(...examined.map(({ wallMs }) => wallMs));
  const forged = examined.filter(({ isForged }) => isForged).length;
  const accepted = examined.filter(({ complaint }) => complaint === null).length;
  return `${accepted} / ${examined.length} accepted, ${forged} forged, longest ${Math.round(longest)} ms`;
}

async function checkCorpus(): Promise<GateResult> {
  unloaded = await examineAll(readCorpus());
  return { figures: figuresOf(unloaded), misses: missesOf(unloaded) };
}

/** Limits race each other, so where one of two runs hit one, the file's own list of accepted outcomes is all there is to hold it to. */
function differs(one: Examined, other: Examined | undefined): boolean {
  if (other === undefined || `${one.verdict} ${other.verdict}`.includes('resources')) return false;
  return one.verdict !== other.verdict;
}

async function checkCorpusUnderLoad(): Promise<GateResult> {
  const loaded = await underLoad(async () => await examineAll(readCorpus()));
  const different = loaded.examined.flatMap((one) => {
    const other = unloaded?.examined.find(({ name }) => name === one.name);
    return differs(one, other) ? [`${one.name}: "${other?.verdict}", under load "${one.verdict}"`] : [];
  });
  const compared = unloaded === undefined ? ', not compared' : `, ${different.length} other verdicts`;
  return { figures: figuresOf(loaded) + compared, misses: [...missesOf(loaded), ...different] };
}

async function checkMessages(): Promise<GateResult> {
  const childFile = path.join(fixtures, 'scripted-child.ts');
  const grader = makeGrader({ childFile, confinement: { bubblewrap: false } });
  const seed = Date.now() % 2 ** 31;
  try {
    await fuzzMessages(grader, FUZZ_RUNS, seed);
    return { figures: `${FUZZ_RUNS} spoiled conversations, seed ${seed}`, misses: [] };
  } catch (error) {
    return { figures: `seed ${seed}`, misses: [String(error)] };
  } finally {
    await grader.close();
  }
}

async function checkTakenOver(): Promise<GateResult> {
  const plain = await takeOverChild(false);
  const misses = plain.worked.filter((name) => name !== 'signal the parent');
  if (!bubblewrapWorks())
    return { figures: `no bubblewrap here; without it: ${plain.worked.join(', ')}`, misses };
  const shutIn = await takeOverChild(true);
  const engine = await takeOverEngine();
  misses.push(...shutIn.worked, ...engine.worked);
  const figures = `in bubblewrap nothing worked; without it: ${plain.worked.join(', ') || 'nothing'}`;
  return { figures, misses };
}

const items: { [name: string]: () => Promise<GateResult> } = {
  corpus: checkCorpus,
  load: checkCorpusUnderLoad,
  crashes: checkCrashes,
  storm: checkStorm,
  messages: checkMessages,
  determinism: checkDeterminism,
  'taken-over': checkTakenOver,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in items));
if (unknown.length > 0) {
  console.error(`no such item: ${unknown.join(', ')}; expected ${Object.keys(items).join(', ')}`);
  process.exit(2);
}
const rows: string[] = [];
for (const [name, check] of Object.entries(items)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const startMs = performance.now();
  const { figures, misses } = await check();
  const seconds = Math.round((performance.now() - startMs) / 1000);
  for (const miss of misses) console.log(`MISS ${name}: ${miss.slice(0, 1500)}`);
  if (misses.length > 0) process.exitCode = 1;
  rows.push(
    `${misses.length === 0 ? 'held  ' : 'MISSED'} ${name.padEnd(12)} ${`${seconds} s`.padStart(6)}  ${figures}`,
  );
  console.log(rows.at(-1));
}
console.log(`\n${rows.join('\n')}`);

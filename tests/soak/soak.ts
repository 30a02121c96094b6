// `npm run test:soak [-- <count>]`: 10,000 mixed submissions through one pool of one child, the right verdict checked for each,
// while memory, descriptors and processes are watched. The first half reaches no limit, so that one child lives its whole life;
// in the second half every hundredth is one that may cost a child its life. Exit code 1 on any miss.
import { setTimeout } from 'node:timers/promises';
import { loadavg } from 'node:os';
import { limits, makeGrader, type ExerciseBundle, type Grader } from '#grader/index.ts';
import { familyOf } from '#tests/helpers/processes.ts';
import { loadHostileExercise, readCorpus, type Submission } from '../hostile/corpus.ts';
import { examine } from '../hostile/examine.ts';
import { countZombies, slopePer1000, takeSample, type Sample } from './samples.ts';

const COUNT = Number(process.argv[2] ?? 10_000);
const HARSH_EVERY = 100;
const SAMPLE_EVERY = Math.max(1, Math.round(COUNT / 100));
/** A parent that grows by more than this per 1,000 gradings is not flat. */
const GROWTH_LIMIT_MIB = 1;
/** Descriptors that a moment between two children may need beside those at rest. */
const SPARE_FILES = 4;

type Corpus = { mild: Submission[]; harsh: Submission[] };

/** Those of the quick kinds that reach no limit and leave the child alive, and all others. */
async function sortOut(grader: Grader, exercise: ExerciseBundle): Promise<Corpus> {
  const sorted: Corpus = { mild: [], harsh: [] };
  for (const submission of readCorpus()) {
    const isQuick = /^(bad|code|forge|ok|ret|throw|ts)-/.test(submission.name);
    const { childPid } = takeSample(0);
    const isMild =
      isQuick &&
      !(await examine(submission, grader, exercise)).verdict.includes('resources') &&
      takeSample(0).childPid === childPid;
    (isMild ? sorted.mild : sorted.harsh).push(submission);
  }
  return sorted;
}

function pick(count: number, { mild, harsh }: Corpus): Submission {
  const isHarsh = count > COUNT / 2 && count % HARSH_EVERY === 0;
  const submission = isHarsh ? harsh[(count / HARSH_EVERY) % harsh.length] : mild[count % mild.length];
  if (submission === undefined) throw new Error('the corpus is empty');
  return submission;
}

type Soaked = { samples: Sample[]; misses: string[]; seconds: number; zombies: number; leftOver: number };

async function soak(): Promise<Soaked> {
  const grader = makeGrader();
  const exercise = await loadHostileExercise(grader);
  const corpus = await sortOut(grader, exercise);
  console.log(`${corpus.mild.length} submissions that reach no limit, ${corpus.harsh.length} others`);
  const startMs = performance.now();
  const samples = [takeSample(0)];
  const misses: string[] = [];
  for (let count = 1; count <= COUNT; count += 1) {
    const { name, complaint, isForged } = await examine(pick(count, corpus), grader, exercise);
    if (complaint !== null || isForged) misses.push(`${count}: ${name}: ${complaint ?? 'forged'}`);
    if (count % SAMPLE_EVERY !== 0) continue;
    samples.push(takeSample(count));
    if (count % (10 * SAMPLE_EVERY) === 0) console.log(JSON.stringify(samples.at(-1)));
  }
  const seconds = Math.round((performance.now() - startMs) / 1000);
  const zombies = await countLastingZombies();
  await grader.close();
  return { samples, misses, seconds, zombies, leftOver: familyOf(process.pid).length - 1 };
}

/** A child that was ended a moment ago is one until the event loop comes round to it. */
async function countLastingZombies(): Promise<number> {
  for (let looks = 0; looks < 20 && countZombies() > 0; looks += 1) await setTimeout(100);
  return countZombies();
}

function summarize({ samples, misses, seconds, zombies, leftOver }: Soaked) {
  const settled = samples.filter(({ count }) => count >= COUNT / 4);
  const undisturbed = samples.filter(({ count }) => count >= SAMPLE_EVERY && count <= COUNT / 2);
  const ends = (field: 'parentMiB' | 'parentHeapMiB') => ({
    start: samples[0]?.[field],
    end: samples.at(-1)?.[field],
    slopePer1000: slopePer1000(settled, field),
  });
  return {
    gradings: COUNT,
    wrong: misses.length,
    seconds,
    loadAverage: loadavg()[0],
    parentMiB: ends('parentMiB'),
    parentHeapMiB: ends('parentHeapMiB'),
    undisturbedChildMiB: {
      start: undisturbed[0]?.childMiB,
      end: undisturbed.at(-1)?.childMiB,
      slopePer1000: slopePer1000(undisturbed, 'childMiB'),
    },
    largestChildMiB: Math.max(...samples.map(({ childMiB }) => childMiB)),
    openFiles: { start: samples[0]?.openFiles, end: samples.at(-1)?.openFiles },
    zombies,
    leftOver,
  };
}

const soaked = await soak();
const { misses, zombies, leftOver } = soaked;
const figures = summarize(soaked);
console.log(JSON.stringify(figures, null, 2));
// A slope over fewer gradings is that of warming up.
if (COUNT >= 2000 && figures.parentHeapMiB.slopePer1000 > GROWTH_LIMIT_MIB) misses.push('the parent grows');
if (figures.largestChildMiB > limits.rssLimitMiB) misses.push('a child between two jobs is above its limit');
if ((figures.openFiles.end ?? 0) > (figures.openFiles.start ?? 0) + SPARE_FILES)
  misses.push('descriptors leak');
if (zombies > 0) misses.push(`${zombies} zombies`);
if (leftOver > 0) misses.push(`${leftOver} processes left over`);
for (const miss of misses.slice(0, 50)) console.log(`MISS ${miss.slice(0, 1000)}`);
process.exitCode = misses.length === 0 ? 0 : 1;

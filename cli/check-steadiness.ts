// The same answer gives the same verdict and the same recordings, byte for byte; and what a test says of an answer, it says
// for every seed.
import type { GradeResult } from '#grader/recording/types.ts';
import { alternativesOf, solutionsOf, tokenTextOf, type Answer } from './check-answers.ts';
import { FIRST_SEED, type Proof } from './check-proof.ts';
import { whyNotFailed, whyNotPassed } from './check-verdict.ts';
import { referenceOf } from './check-mutants.ts';

const RUNS = 20;
const OTHER_SEEDS = [2, 3, 7, 42, 77, 1001, 65_537, 1_000_003, 2_147_483_648, 4_294_967_295];

/** Each run has an isolate of its own. */
export async function checkRepeats({ exercise, grade }: Proof): Promise<string[]> {
  const [file, source] = referenceOf(exercise.solution);
  const runs = Array.from({ length: RUNS }, async () => await grade({ [file]: source }));
  const [first, ...others] = await Promise.all(runs);
  const differing = others.find((other) => textOf(other) !== (first === undefined ? '' : textOf(first)));
  if (first === undefined || differing === undefined) return [];
  const where = firstDifference(first, differing);
  return [`solution/${file}: two runs with the same seed differ${where}; expected ${RUNS} equal ones`];
}

/** What is measured in real time is no part of it. */
function textOf({ verdict, recordings }: GradeResult): string {
  return JSON.stringify({ verdict, recordings });
}

function firstDifference(one: GradeResult, other: GradeResult): string {
  const index = one.recordings.findIndex(
    (recording, at) => JSON.stringify(recording) !== JSON.stringify(other.recordings[at]),
  );
  return index === -1 ? '' : ` in the recording of "${one.recordings[index]?.test ?? ''}"`;
}

/** Right answers pass, and a mistake fails the test that it names, whatever the hidden values are. */
export async function checkSeeds(proof: Proof): Promise<string[]> {
  const { exercise, grade } = proof;
  const tests = await findSeeded(proof);
  if (tests.size === 0) return [];
  const right = distinct([...solutionsOf(exercise), ...alternativesOf(exercise)]).map(
    async ({ label, files }) =>
      await firstWithSeed(async (seed) => whyNotPassed(label, (await grade(files, { seed, tests })).verdict)),
  );
  const mistakes = exercise.mistakes
    .filter(({ failsTest }) => tests.has(failsTest))
    .map(async ({ name, failsTest, files }) => {
      const named = { tests: new Set([failsTest]) };
      return await firstWithSeed(async (seed) =>
        whyNotFailed(`mistakes/${name}`, (await grade(files, { seed, ...named })).verdict, failsTest),
      );
    });
  const found = await Promise.all([...right, ...mistakes]);
  return found.filter((problem) => problem !== null);
}

/** The tests that go another way with another seed. For the others, one run says all. */
async function findSeeded({ exercise, grade }: Proof): Promise<Set<string>> {
  if (!/\b(?:random|integer|pick|shuffle|explore)\b/.test(exercise.scenarios)) return new Set();
  const [file, source] = referenceOf(exercise.solution);
  const runs = [FIRST_SEED, ...OTHER_SEEDS].map(async (seed) => {
    const { recordings } = await grade({ [file]: source }, { seed });
    return new Map(recordings.map((recording) => [recording.test, recording]));
  });
  const [first, ...others] = await Promise.all(runs);
  const seeded = exercise.tests.filter(({ name }) => {
    const recording = first?.get(name);
    const text = JSON.stringify(recording);
    return (
      recording?.exploration !== undefined || others.some((run) => JSON.stringify(run.get(name)) !== text)
    );
  });
  return new Set(seeded.map(({ name }) => name));
}

async function firstWithSeed(whyNot: (seed: number) => Promise<string | null>): Promise<string | null> {
  for (const seed of OTHER_SEEDS) {
    const problem = await whyNot(seed);
    if (problem !== null) return `${problem} (seed ${seed})`;
  }
  return null;
}

/** A reference in two languages is one answer. */
function distinct(answers: Answer[]): Answer[] {
  const byText = new Map(answers.map((answer) => [tokenTextOf(answer.files) ?? answer.label, answer]));
  return [...byText.values()];
}

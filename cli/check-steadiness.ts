// The same answer gives the same verdict and the same recordings, byte for byte; and what a test says of an answer, it says
// for every seed.
import type { GradeResult, Recording } from '#grader/recording/types.ts';
import { alternativesOf, solutionsOf, tokenTextOf, type Answer } from './check-answers.ts';
import { referenceOf, type Proof } from './check-proof.ts';
import { whyNotFailed, whyNotPassed } from './check-verdict.ts';

const RUNS = 20;
const OTHER_SEEDS = [2, 7, 77, 3, 42, 1001, 65_537, 1_000_003, 2_147_483_648, 4_294_967_295];
/** A test that is explored has a hundred schedules in each run and with each seed. With `--mutants`, time is no object. */
const exploring = { quick: { runs: 5, seeds: 3 }, thorough: { runs: RUNS, seeds: OTHER_SEEDS.length } };

export async function checkSteadiness(
  proof: Proof,
  { isThorough }: { isThorough: boolean },
): Promise<string[]> {
  const [file, source] = referenceOf(proof.exercise.solution);
  const { recordings } = await proof.grade({ [file]: source });
  const parts = {
    explored: recordings.filter(isExplored),
    plain: recordings.filter((one) => !isExplored(one)),
  };
  const effort = isThorough ? exploring.thorough : exploring.quick;
  const repeated = await Promise.all([
    repeat(RUNS, namesOf(parts.plain), proof),
    repeat(effort.runs, namesOf(parts.explored), proof),
  ]);
  const different = repeated.filter((problem) => problem !== null);
  return different.length > 0 ? different : await checkSeeds(proof, parts, effort.seeds);
}

/** Each run has an isolate of its own. */
async function repeat(runs: number, tests: Set<string>, { exercise, grade }: Proof): Promise<string | null> {
  if (tests.size === 0) return null;
  const [file, source] = referenceOf(exercise.solution);
  const results = await Promise.all(
    Array.from({ length: runs }, async () => await grade({ [file]: source }, { tests })),
  );
  const [first, ...others] = results;
  const other = others.find((result) => first !== undefined && textOf(result) !== textOf(first));
  if (first === undefined || other === undefined) return null;
  const where = differenceOf(first, other);
  return `solution/${file}: two runs with the same seed differ${where}; expected ${runs} equal ones`;
}

/** What is measured in real time is no part of it. */
function textOf({ verdict, recordings }: GradeResult): string {
  return JSON.stringify({ verdict, recordings });
}

function differenceOf(one: GradeResult, other: GradeResult): string {
  const index = one.recordings.findIndex(
    (recording, at) => JSON.stringify(recording) !== JSON.stringify(other.recordings[at]),
  );
  return index === -1 ? '' : ` in the recording of "${one.recordings[index]?.test ?? ''}"`;
}

/** Right answers pass, and a mistake fails the test that it names, whatever the hidden values are. */
async function checkSeeds(
  proof: Proof,
  { plain, explored }: { plain: Recording[]; explored: Recording[] },
  seedsToExplore: number,
): Promise<string[]> {
  const { exercise } = proof;
  if (!/\b(?:random|integer|pick|shuffle|explore)\b/.test(exercise.scenarios)) return [];
  const { seeded, problems } = await findSeeded(proof, plain);
  const [reference, ...further] = distinct([...solutionsOf(exercise), ...alternativesOf(exercise)]);
  if (problems.length > 0 || reference === undefined) return problems;
  const few = OTHER_SEEDS.slice(0, seedsToExplore);
  const found = await Promise.all([
    holdFor(OTHER_SEEDS, { tests: seeded, right: further }, proof),
    holdFor(few, { tests: namesOf(explored), right: [reference, ...further] }, proof),
  ]);
  return found.flat();
}

function isExplored({ exploration }: Recording): boolean {
  return exploration !== undefined;
}

function namesOf(recordings: Recording[]): Set<string> {
  return new Set(recordings.map(({ test }) => test));
}

/** The tests that go another way with another seed. For the others, one run says all. */
async function findSeeded(
  { exercise, grade }: Proof,
  recordings: Recording[],
): Promise<{ seeded: Set<string>; problems: string[] }> {
  const [file, source] = referenceOf(exercise.solution);
  const tests = namesOf(recordings);
  if (tests.size === 0) return { seeded: tests, problems: [] };
  const problems: string[] = [];
  const runs = OTHER_SEEDS.map(async (seed) => {
    const result = await grade({ [file]: source }, { seed, tests });
    const problem = whyNotPassed(`solution/${file}`, result.verdict);
    if (problem !== null) problems.push(`${problem} (seed ${seed})`);
    return result.recordings;
  });
  const known = new Set(recordings.map((recording) => JSON.stringify(recording)));
  const others = (await Promise.all(runs)).flat();
  const changed = others.filter((recording) => !known.has(JSON.stringify(recording)));
  return { seeded: namesOf(changed), problems: problems.slice(0, 1) };
}

async function holdFor(
  seeds: number[],
  { tests, right }: { tests: Set<string>; right: Answer[] },
  { exercise, grade }: Proof,
): Promise<string[]> {
  if (tests.size === 0) return [];
  const passing = right.map(
    async ({ label, files }) =>
      await firstOf(seeds, async (seed) =>
        whyNotPassed(label, (await grade(files, { seed, tests })).verdict),
      ),
  );
  const failing = exercise.mistakes
    .filter(({ failsTest }) => tests.has(failsTest))
    .map(async ({ name, failsTest, files }) => {
      const named = { tests: new Set([failsTest]) };
      return await firstOf(seeds, async (seed) =>
        whyNotFailed(`mistakes/${name}`, (await grade(files, { seed, ...named })).verdict, failsTest),
      );
    });
  const found = await Promise.all([...passing, ...failing]);
  return found.filter((problem) => problem !== null);
}

async function firstOf(
  seeds: number[],
  whyNot: (seed: number) => Promise<string | null>,
): Promise<string | null> {
  for (const seed of seeds) {
    const problem = await whyNot(seed);
    if (problem !== null) return `${problem} (seed ${seed})`;
  }
  return null;
}

/** A reference in two languages is one answer: the first of each stays. */
function distinct(answers: Answer[]): Answer[] {
  const seen = new Set<string>();
  return answers.filter(({ label, files }) => {
    const text = tokenTextOf(files) ?? label;
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

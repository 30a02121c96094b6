// Grades every mutant of the reference. One that passes is a survivor: it needs a test that fails it, or a reason in
// survivors.yaml why nobody could tell the difference.
import { GraderUnavailableError } from '#grader/index.ts';
import type { Files, Recording, TestVerdict } from '#grader/recording/types.ts';
import { referenceOf, type Proof } from './check-proof.ts';
import { eraseTypes } from './code.ts';
import { mutate, type Mutant } from './mutants/mutate.ts';
import { readSurvivors, SURVIVORS, type Listed } from './survivors.ts';

export type Survivor = {
  what: string;
  line: number;
  /** Of survivors.yaml, or known of the language; null where there is none. */
  reason: string | null;
  /** Whether every recording, over 30 seeds, is the reference's but for columns in the source. */
  sameRecordings: boolean;
};

export type MutantReport = { total: number; caught: number; survivors: Survivor[] };
export type CheckedMutants = { report: MutantReport; problems: string[] };

type Graded = { mutant: Mutant; outcome: 'caught' | 'survived' | 'no-code' };

const SEEDS = 30;

export async function checkMutants({ exercise, folder, grade }: Proof): Promise<CheckedMutants> {
  const { listed, problems } = readSurvivors(folder);
  const [file, source] = referenceOf(exercise.solution);
  const code = eraseTypes(file, source);
  const { recordings } = await grade(filesOf(code));
  const isExplored = new Map(recordings.map(({ test, exploration }) => [test, exploration !== undefined]));
  const [explored, plain] = partition(
    exercise.tests.map(({ name }) => name),
    (name) => isExplored.get(name) === true,
  );
  const graded = await Promise.all(
    mutate(code).map(async (mutant) => ({
      mutant,
      outcome: await outcomeOf(mutant, [plain, explored], grade),
    })),
  );
  const counted = graded.filter(({ outcome }) => outcome !== 'no-code');
  const survived = counted.filter(({ outcome }) => outcome === 'survived').map(({ mutant }) => mutant);
  const compare = makeComparison(code, grade);
  const survivors = await Promise.all(
    survived.map(async (mutant) => toSurvivor(mutant, listed, await compare(mutant))),
  );
  problems.push(
    ...survivors.filter(({ reason }) => reason === null).map((survivor) => unexplained(file, survivor)),
    ...listed.map((one) => needless(one, counted)).filter((problem) => problem !== null),
  );
  return {
    report: { total: counted.length, caught: counted.length - survivors.length, survivors },
    problems,
  };
}

function partition<Item>(items: Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

function toSurvivor({ what, line, equivalent }: Mutant, listed: Listed[], sameRecordings: boolean): Survivor {
  const known = sameRecordings ? equivalent : undefined;
  const reason = listed.find((one) => isSame(one, { what, line }))?.reason ?? known ?? null;
  return { what, line, reason, sameRecordings };
}

/** Types are erased, so a mutant is JavaScript: lines and columns are those of the TypeScript. */
function filesOf(source: string): Files {
  return { 'solution.js': source };
}

/** @param rounds Names of tests: the later ones cost more, and are asked only about what passes the earlier. */
async function outcomeOf(
  mutant: Mutant,
  rounds: string[][],
  grade: Proof['grade'],
): Promise<Graded['outcome']> {
  for (const names of rounds) {
    const outcome = names.length === 0 ? 'survived' : await gradeMutant(mutant, new Set(names), grade);
    if (outcome !== 'survived') return outcome;
  }
  return 'survived';
}

async function gradeMutant(
  { what, source }: Mutant,
  tests: ReadonlySet<string>,
  grade: Proof['grade'],
): Promise<Graded['outcome']> {
  const stop = new AbortController();
  // A mutant that loops reaches the limit in test after test; one says enough.
  const onTest = ({ ended }: TestVerdict): void => {
    if (ended.kind === 'limit') stop.abort();
  };
  try {
    const { verdict } = await grade(filesOf(source), { tests, onTest, signal: stop.signal });
    if (verdict.outcome === 'grader-fault') throw new GraderUnavailableError(`no verdict on: ${what}`);
    if (verdict.findings.some(({ code }) => code === 'syntax-error')) return 'no-code';
    return verdict.outcome === 'passed' ? 'survived' : 'caught';
  } catch (error) {
    if (stop.signal.aborted) return 'caught';
    throw error;
  }
}

/** Compares a mutant's recordings with the reference's, until a seed shows a difference. */
function makeComparison(code: string, grade: Proof['grade']): (mutant: Mutant) => Promise<boolean> {
  const record = async (source: string, seed: number): Promise<string> =>
    withoutPlaces((await grade(filesOf(source), { seed })).recordings);
  const references = new Map<number, Promise<string>>();
  const reference = async (seed: number): Promise<string> => {
    const known = references.get(seed) ?? record(code, seed);
    references.set(seed, known);
    return await known;
  };
  return async ({ source }) => {
    for (let seed = 1; seed <= SEEDS; seed += 1)
      if ((await record(source, seed)) !== (await reference(seed))) return false;
    return true;
  };
}

/** A change moves what stands behind it in its line. */
function withoutPlaces(recordings: Recording[]): string {
  return JSON.stringify(recordings, (key, value: unknown) =>
    /^(?:at|\w+At)$/.test(key) ? undefined : value,
  );
}

function isSame(one: { what: string; line: number }, other: { what: string; line: number }): boolean {
  return one.what === other.what && one.line === other.line;
}

function unexplained(file: string, { what, line, sameRecordings }: Survivor): string {
  const hint = sameRecordings
    ? 'it changes nothing that a recording shows'
    : 'its recordings differ, so a test can tell';
  return `solution/${file}:${line}: no test fails with this change: ${what} (${hint}): add a test, or a reason to ${SURVIVORS}`;
}

function needless({ what, line }: Listed, graded: Graded[]): string | null {
  const found = graded.find(({ mutant }) => isSame(mutant, { what, line }));
  if (found?.outcome === 'survived') return null;
  const why = found === undefined ? 'there is no such mutant' : 'a test catches it';
  return `${SURVIVORS}: ${what} (line ${line}): ${why}; take it out`;
}

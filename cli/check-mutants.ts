// Grades every mutant of the reference. One that passes is a survivor: it needs a test that fails it, or a reason in
// survivors.yaml why nobody could tell the difference.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { LineCounter, parseDocument } from 'yaml';
import { GraderUnavailableError, type ExerciseBundle, type Grader } from '#grader/index.ts';
import type { Files, Recording } from '#grader/recording/types.ts';
import { eraseTypes } from './code.ts';
import { mutate, type Mutant } from './mutants/mutate.ts';

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

type Listed = { what: string; line: number; reason: string };
type Graded = { mutant: Mutant; outcome: 'caught' | 'survived' | 'no-code' };

const SURVIVORS = 'survivors.yaml';
const SEED = 1;
const SEEDS = 30;

export async function checkMutants(
  folder: string,
  exercise: ExerciseBundle,
  grader: Grader,
): Promise<CheckedMutants> {
  const { listed, problems } = readSurvivors(folder);
  const [file, source] = referenceOf(exercise.solution);
  const code = eraseTypes(file, source);
  const graded = await Promise.all(
    mutate(code).map(async (mutant) => ({ mutant, outcome: await outcomeOf(mutant, exercise, grader) })),
  );
  const counted = graded.filter(({ outcome }) => outcome !== 'no-code');
  const survived = counted.filter(({ outcome }) => outcome === 'survived').map(({ mutant }) => mutant);
  const compare = makeComparison(code, exercise, grader);
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

function toSurvivor({ what, line, equivalent }: Mutant, listed: Listed[], sameRecordings: boolean): Survivor {
  const known = sameRecordings ? equivalent : undefined;
  const reason = listed.find((one) => isSame(one, { what, line }))?.reason ?? known ?? null;
  return { what, line, reason, sameRecordings };
}

/** The .ts where there is one; the .js says the same. */
export function referenceOf(solution: Files): [file: string, source: string] {
  const files = Object.entries(solution);
  const [first] = files;
  const found = files.find(([file]) => file.endsWith('.ts')) ?? first;
  if (found === undefined) throw new Error('An exercise without a solution was loaded');
  return found;
}

/** Types are erased, so a mutant is JavaScript: lines and columns are those of the TypeScript. */
function filesOf({ source }: Pick<Mutant, 'source'>): Files {
  return { 'solution.js': source };
}

async function outcomeOf(
  mutant: Mutant,
  exercise: ExerciseBundle,
  grader: Grader,
): Promise<Graded['outcome']> {
  const stop = new AbortController();
  try {
    const { verdict } = await grader.grade({
      exercise,
      files: filesOf(mutant),
      seed: SEED,
      tests: 'all',
      signal: stop.signal,
      // A mutant that loops reaches the limit in test after test; one says enough.
      onTest: ({ ended }) => {
        if (ended.kind === 'limit') stop.abort();
      },
    });
    if (verdict.outcome === 'grader-fault') throw new GraderUnavailableError(`no verdict on: ${mutant.what}`);
    if (verdict.findings.some(({ code }) => code === 'syntax-error')) return 'no-code';
    return verdict.outcome === 'passed' ? 'survived' : 'caught';
  } catch (error) {
    if (stop.signal.aborted) return 'caught';
    throw error;
  }
}

/** Compares a mutant's recordings with the reference's, until a seed shows a difference. */
function makeComparison(
  code: string,
  exercise: ExerciseBundle,
  grader: Grader,
): (mutant: Mutant) => Promise<boolean> {
  const record = async (source: string, seed: number): Promise<string> => {
    const { recordings } = await grader.grade({ exercise, files: filesOf({ source }), seed, tests: 'all' });
    return withoutPlaces(recordings);
  };
  const references = new Map<number, Promise<string>>();
  const reference = async (seed: number): Promise<string> => {
    const known = references.get(seed) ?? record(code, seed);
    references.set(seed, known);
    return await known;
  };
  return async (mutant) => {
    for (let seed = 1; seed <= SEEDS; seed += 1)
      if ((await record(mutant.source, seed)) !== (await reference(seed))) return false;
    return true;
  };
}

/** A change moves what stands behind it in its line. */
function withoutPlaces(recordings: Recording[]): string {
  return JSON.stringify(recordings, (key, value: unknown) =>
    /^(?:at|\w+At)$/.test(key) ? undefined : value,
  );
}

const listSchema = z.array(
  z.strictObject({ what: z.string().min(1), line: z.int().min(1), reason: z.string().trim().min(1) }),
);

/** What is wrong with the file is told with its line. */
export function readSurvivors(folder: string): { listed: Listed[]; problems: string[] } {
  const file = path.join(folder, SURVIVORS);
  if (!existsSync(file)) return { listed: [], problems: [] };
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const [first = ''] = broken.message.split('\n');
    return { listed: [], problems: [`${SURVIVORS}: ${first}`] };
  }
  const parsed = listSchema.safeParse(document.toJS() ?? []);
  if (parsed.success) return { listed: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path: where, message }) => {
    const node = document.getIn(where.slice(0, 1), true) as { range?: [number, number, number] } | undefined;
    const line = lines.linePos(node?.range?.[0] ?? 0).line;
    const field = where.slice(1).join('.');
    return `${SURVIVORS}: line ${line}: ${field === '' ? '' : `field "${field}": `}${message}`;
  });
  return { listed: [], problems };
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

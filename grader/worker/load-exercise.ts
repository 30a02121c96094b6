// An exercise's folder into a bundle: reads, validates, and names every mistake with its file and field.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { SPEC_FILE, SUPPORT_FILE } from '../open/spec-files.ts';
import type { Files } from '../recording/types.ts';
import { ExerciseError, problemsOf } from './errors.ts';
import { learningFields, readFrontMatter } from './front-matter.ts';
import type { ExerciseBundle, Grader } from './grader.ts';
import { makeGrader } from './make-grader.ts';
import { readInside } from './read-inside.ts';

const frontMatterSchema = z.strictObject({
  ...learningFields,
  /** `open`: the tests are a spec of somebody else's, which runs beside the student's code. */
  kind: z.enum(['sealed', 'open']).default('sealed'),
  /** Of an open exercise: whether each test gets a fresh context, or all tests of a file share one. */
  isolation: z.enum(['test', 'file']).default('test'),
  source: z
    .strictObject({
      name: z.string().min(1),
      url: z.string().regex(/^https?:/, 'expected a web address'),
      license: z.string().min(1),
      authors: z.array(z.string()).default([]),
    })
    .exactOptional(),
});

/**
 * @param grader Used to read the names of the tests; a grader of its own is made when none is given.
 * @throws ExerciseError with one problem for each thing that is wrong.
 */
export async function loadExercise(folder: string, grader?: Grader): Promise<ExerciseBundle> {
  if (grader === undefined) {
    const own = makeGrader();
    try {
      return await loadExercise(folder, own);
    } finally {
      await own.close();
    }
  }
  const read = readFolder(folder);
  const tests = await grader.describe(read);
  const names = new Set(tests.map((test) => test.name));
  const problems = read.mistakes
    .filter((mistake) => !names.has(mistake.failsTest))
    .map(
      (mistake) =>
        `mistakes/${mistake.name}: line 1 names the test "${mistake.failsTest}", which does not exist`,
    );
  if (problems.length > 0) throw new ExerciseError(read.id, problems);
  return { ...read, tests };
}

/** All exercises of a folder, in their order. @throws ExerciseError for the first that is wrong. */
export async function loadExercises(root: string, grader?: Grader): Promise<ExerciseBundle[]> {
  const own = grader ?? makeGrader();
  try {
    const bundles: ExerciseBundle[] = [];
    for (const id of listExercises(root)) bundles.push(await loadExercise(path.join(root, id), own));
    return bundles.toSorted((a, b) => a.order - b.order || a.id.localeCompare(b.id));
  } finally {
    if (grader === undefined) await own.close();
  }
}

/** Names of the folders that hold an exercise. @throws ExerciseError when the root cannot be read. */
export function listExercises(root: string): string[] {
  if (!existsSync(root)) throw new ExerciseError(root, [`the folder ${root} does not exist`]);
  return readdirSync(root)
    .filter((name) => existsSync(path.join(root, name, 'exercise.md')))
    .toSorted();
}

type ReadExercise = Omit<ExerciseBundle, 'tests'>;

function readFolder(folder: string): ReadExercise {
  const id = path.basename(folder);
  if (!existsSync(path.join(folder, 'exercise.md'))) {
    throw new ExerciseError(id, [`${path.join(folder, 'exercise.md')} does not exist`]);
  }
  const problems: string[] = [];
  const text = (name: string): string => readText(folder, name, problems);
  const file = { text: text('exercise.md'), file: 'exercise.md', folder: id };
  const matter = readFrontMatter(file, frontMatterSchema, problems);
  const fields = matter?.fields ?? null;
  const instructions = matter?.body.trim() ?? '';
  if (matter !== null && instructions === '') problems.push('exercise.md: the instructions are empty');
  const isOpen = fields?.kind === 'open';
  const scenarios = isOpen ? '' : text('scenarios.ts');
  const expectations = isOpen ? '' : text('expectations.ts');
  if (isOpen) refuseHalves(folder, problems);
  const files = isOpen ? readSpecFiles(folder, problems) : {};
  const starter = readSolutionFiles(folder, 'starter', problems);
  const solution = readSolutionFiles(folder, 'solution', problems);
  const alternatives = readVariants(folder, 'alternatives');
  const mistakes = readMistakes(folder, problems);
  const hints = isOpen ? readOptionalHints(folder) : splitHints(text('hints.md'));
  if (hints.length === 0 && !isOpen) problems.push('hints.md: expected at least one hint');
  if (problems.length > 0 || fields === null) throw new ExerciseError(id, problems);
  const { duration, language: _, kind: __, isolation, ...front } = fields;
  const content = {
    ...front,
    durationMinutes: duration,
    instructions,
    hints,
    starter,
    solution,
    alternatives,
    mistakes,
    scenarios,
    expectations,
    ...(isOpen ? { spec: { files, isolation } } : {}),
  };
  return { ...content, contentHash: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
}

function refuseHalves(folder: string, problems: string[]): void {
  for (const name of ['scenarios.ts', 'expectations.ts']) {
    if (existsSync(path.join(folder, name)))
      problems.push(`${name}: an open exercise has none; its tests are in spec/`);
  }
}

/** The spec's files and what they import, by path below `spec/`. */
function readSpecFiles(folder: string, problems: string[]): Files {
  const root = path.join(folder, 'spec');
  const names = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
  const files: Files = {};
  for (const name of names.toSorted()) {
    const file = name.replaceAll(path.sep, '/');
    if (SUPPORT_FILE.test(file)) files[file] = readInside(folder, `spec/${file}`);
  }
  if (!Object.keys(files).some((file) => SPEC_FILE.test(file))) {
    problems.push('spec/: expected at least one file that ends in .spec.js, .spec.ts, .test.js or .test.ts');
  }
  return files;
}

function readOptionalHints(folder: string): string[] {
  return existsSync(path.join(folder, 'hints.md')) ? splitHints(readInside(folder, 'hints.md')) : [];
}

function readText(folder: string, name: string, problems: string[]): string {
  try {
    return readInside(folder, name);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    problems.push(...(isMissing ? [`${name} is missing`] : problemsOf(error)));
    return '';
  }
}

function readSolutionFiles(folder: string, name: string, problems: string[]): Files {
  const files: Files = {};
  for (const file of ['solution.js', 'solution.ts']) {
    if (existsSync(path.join(folder, name, file))) files[file] = readInside(folder, `${name}/${file}`);
  }
  if (Object.keys(files).length === 0) problems.push(`${name}/: expected solution.js or solution.ts`);
  return files;
}

function readVariants(folder: string, name: string): { name: string; files: Files }[] {
  const root = path.join(folder, name);
  if (!existsSync(root)) return [];
  return (
    readdirSync(root)
      // Editors keep files of their own there, whose names begin with a dot.
      .filter((file) => /^[^.].*\.[jt]s$/.test(file) && statSync(path.join(root, file)).isFile())
      .toSorted()
      .map((file) => ({
        name: file.replace(/\.[jt]s$/, ''),
        files: { [`solution${path.extname(file)}`]: readInside(folder, `${name}/${file}`) },
      }))
  );
}

function readMistakes(folder: string, problems: string[]): ExerciseBundle['mistakes'] {
  return readVariants(folder, 'mistakes').map(({ name, files }) => {
    const [source = ''] = Object.values(files);
    const first = /^\/\/ fails: (.+?)\r?\n/.exec(source);
    if (first === null) problems.push(`mistakes/${name}: line 1: expected "// fails: <name of the test>"`);
    return { name, failsTest: first?.[1]?.trim() ?? '', files };
  });
}

function splitHints(text: string): string[] {
  return text
    .split(/^---\s*$/m)
    .map((hint) => hint.trim())
    .filter((hint) => hint !== '');
}

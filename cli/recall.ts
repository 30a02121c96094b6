// What the command found out about an exercise before: the names of its tests, its two halves as JavaScript, what its solution
// does. By content, for one build of the command. A submission and its verdict are never kept.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExerciseBundle, GradableExercise, Grader } from '#grader/index.ts';

let store: { folder: string; build: string } | undefined;

/** Until this is called nothing is kept: sources that are being worked on give nothing to rely on. */
export function recallFrom(folder: string, build: string): void {
  store = { folder, build };
}

/**
 * @param isSound Whether what was found may be kept.
 * @returns what was found under this key, or else what `find` finds; kept as JSON.
 */
export async function recall<T>(
  key: string,
  find: () => Promise<T>,
  isSound: (found: T) => boolean = () => true,
): Promise<T> {
  if (store === undefined) return await find();
  const name = createHash('sha256').update(`${store.build} ${key}`).digest('hex').slice(0, 32);
  const file = path.join(store.folder, `${name}.json`);
  const known = read(file);
  if (known !== undefined) return known as T;
  const found = await find();
  if (isSound(found)) keep(file, found);
  return found;
}

type Described = Pick<ExerciseBundle, 'tests' | 'scenarios' | 'expectations'>;

/** An exercise as its author wrote it, for reports; and with both halves as JavaScript, for grading. */
export type FoundExercise = { written: ExerciseBundle; erased: ExerciseBundle & GradableExercise };

/** @param load Loads the exercise with the grader that it is given. */
export async function recallExercise(
  load: (grader: Grader) => Promise<ExerciseBundle>,
  grader: Grader,
): Promise<FoundExercise> {
  let erased: Pick<Described, 'scenarios' | 'expectations'> | undefined;
  const written = await load({
    ...grader,
    async describe(request) {
      const { tests, ...halves } = await recall(keyOf(request), async () => await describe(request, grader));
      erased = halves;
      return tests;
    },
  });
  return { written, erased: erased === undefined ? written : { ...written, ...erased, isErased: true } };
}

type DescribeRequest = Parameters<Grader['describe']>[0];

/** All that the names of the tests come from: a spec is run beside the solution to tell them. */
function keyOf({ id, scenarios, expectations, spec, solution }: DescribeRequest): string {
  const asked = spec === undefined ? [scenarios, expectations] : [spec, solution];
  return `exercise ${id} ${JSON.stringify(asked)}`;
}

async function describe(request: DescribeRequest, grader: Grader): Promise<Described> {
  let erased = { scenarios: '', expectations: '' };
  const onErased = (told: typeof erased): void => {
    erased = told;
  };
  return { tests: await grader.describe({ ...request, onErased }), ...erased };
}

/** The first line tells a file that was cut off or changed from one that is whole. */
function read(file: string): unknown {
  try {
    const [sum, text = ''] = readFileSync(file, 'utf8').split('\n', 2);
    return sum === sumOf(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function keep(file: string, value: unknown): void {
  const text = JSON.stringify(value);
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(unfinished, `${sumOf(text)}\n${text}`);
    renameSync(unfinished, file);
  } catch {
    // Found out again next time.
  }
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

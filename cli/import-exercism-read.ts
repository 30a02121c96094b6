// The folder of an Exercism exercise, read and checked.
// https://exercism.org/docs/building/tracks/practice-exercises · …/concept-exercises
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UsageError } from './exit-codes.ts';

export type ExercismFile = { name: string; source: string };

export type ExercismExercise = {
  slug: string;
  blurb: string;
  authors: string[];
  /** What the student begins with, the example that passes, the spec, and the files that come with it. */
  stub: ExercismFile;
  example: ExercismFile;
  spec: ExercismFile;
  helpers: ExercismFile[];
  /** Markdown of `.docs`, in the order in which it is read. */
  instructions: string[];
  hints: string | undefined;
  license: string | undefined;
  /** From the track's own config.json, where the folder lies in a track. */
  track: { name?: string; difficulty?: number; topics: string[] };
};

const filesSchema = z.looseObject({
  solution: z.array(z.string()).min(1),
  test: z.array(z.string()).min(1),
  example: z.array(z.string()).default([]),
  exemplar: z.array(z.string()).default([]),
  editor: z.array(z.string()).default([]),
});

const configSchema = z.looseObject({
  authors: z.array(z.string()).default([]),
  contributors: z.array(z.string()).default([]),
  blurb: z.string().default(''),
  files: filesSchema,
});

const trackExercise = z.looseObject({
  slug: z.string(),
  name: z.string().exactOptional(),
  difficulty: z.number().exactOptional(),
  topics: z.array(z.string()).nullish(),
  concepts: z.array(z.string()).nullish(),
  practices: z.array(z.string()).nullish(),
});

const trackSchema = z.looseObject({
  exercises: z.looseObject({
    practice: z.array(trackExercise).default([]),
    concept: z.array(trackExercise).default([]),
  }),
});

/** @throws UsageError with one sentence: what is missing, or what cannot be taken over. */
export function readExercism(folder: string): ExercismExercise {
  const slug = path.basename(path.resolve(folder));
  const { files, blurb, authors, contributors } = readConfig(folder);
  const [example] = [...files.example, ...files.exemplar];
  if (example === undefined) throw new UsageError(`${slug}: .meta/config.json names no example solution.`);
  const stub = onlyOne(slug, 'solution', files.solution);
  const spec = onlyOne(slug, 'test', files.test);
  const read = (name: string): ExercismFile => ({ name, source: readRequired(folder, name) });
  return {
    slug,
    blurb,
    authors: [...authors, ...contributors],
    stub: read(stub),
    example: read(example),
    spec: read(spec),
    helpers: files.editor.filter((name) => /(?<!\.d)\.(m?[jt]s|json)$/.test(name)).map(read),
    instructions: ['introduction.md', 'instructions.md', 'instructions.append.md'].flatMap(
      (name) => readOptional(folder, `.docs/${name}`) ?? [],
    ),
    hints: readOptional(folder, '.docs/hints.md'),
    license: readOptional(folder, 'LICENSE') ?? readOptional(folder, '../../../LICENSE'),
    track: readTrack(folder, slug),
  };
}

function onlyOne(slug: string, kind: 'solution' | 'test', names: string[]): string {
  const [name] = names;
  if (name !== undefined && names.length === 1) return name;
  throw new UsageError(`${slug}: has ${names.length} ${kind} files (${names.join(', ')}); expected one.`);
}

function readConfig(folder: string): z.infer<typeof configSchema> {
  const file = path.join(folder, '.meta/config.json');
  if (!existsSync(file)) {
    throw new UsageError(`"${folder}" is no Exercism exercise: expected it to have .meta/config.json.`);
  }
  const parsed = configSchema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`${file}: field "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'not valid'}.`);
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: is not JSON: ${(error as Error).message}.`, { cause: error });
  }
}

function readRequired(folder: string, name: string): string {
  const text = readOptional(folder, name);
  if (text === undefined)
    throw new UsageError(`${path.join(folder, name)}: is named in .meta/config.json, but is not there.`);
  return text;
}

function readOptional(folder: string, name: string): string | undefined {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Name, difficulty and topics stand in the track's config.json, three folders up. */
function readTrack(folder: string, slug: string): ExercismExercise['track'] {
  const file = path.join(folder, '../../../config.json');
  const parsed = existsSync(file) ? trackSchema.safeParse(parseJson(file)) : undefined;
  if (parsed?.success !== true) return { topics: [] };
  const { practice, concept } = parsed.data.exercises;
  const found = [...practice, ...concept].find((each) => each.slug === slug);
  return {
    topics: found?.topics ?? found?.practices ?? found?.concepts ?? [],
    ...(found?.name === undefined ? {} : { name: found.name }),
    ...(found?.difficulty === undefined ? {} : { difficulty: found.difficulty }),
  };
}

// An author's folder as its preview shows it. What cannot be read is shown with its problems.
import {
  ContentError,
  findReferenceProblems,
  loadExercise,
  loadLesson,
  type ContentFolder,
  type ExerciseBundle,
  type Grader,
} from '#grader/index.ts';
import { sentence } from '#grader/recording/sentences.ts';
import type { Files, Finding } from '#grader/recording/types.ts';
import type { PreviewData, PreviewedAnswer } from './preview-data.ts';

const SEED = 1;

export async function loadPreview(
  content: ContentFolder,
  known: ContentFolder[],
  grader: Grader,
): Promise<PreviewData> {
  const { id } = content;
  try {
    const problems = findReferenceProblems(content, known);
    if (content.kind === 'lesson') {
      const { bundle: lesson, words } = await loadLesson(content.folder, grader);
      return { kind: 'lesson', id, problems, lesson, words };
    }
    const bundle = await loadExercise(content.folder, grader);
    const answers = await Promise.all(
      answersOf(bundle).map(async (answer) => await grade(answer, bundle, grader)),
    );
    const { title, description, level, durationMinutes, topics, instructions, hints, starter, tests } =
      bundle;
    const exercise = { title, description, level, durationMinutes, topics, instructions, hints, starter };
    return { kind: 'exercise', id, problems, exercise: { ...exercise, tests, answers } };
  } catch (error) {
    return { kind: 'broken', id, problems: problemsOf(error) };
  }
}

/** A folder that is being written may be gone for a moment, or hold half a file: the page must survive that. */
function problemsOf(error: unknown): string[] {
  if (error instanceof ContentError) return error.problems;
  return [error instanceof Error ? error.message : String(error)];
}

type Answer = Pick<PreviewedAnswer, 'kind' | 'path' | 'failsTest'> & { files: Files };

function answersOf({ solution, alternatives, starter, mistakes }: ExerciseBundle): Answer[] {
  const each = (kind: 'solution' | 'starter', files: Files): Answer[] =>
    Object.entries(files).map(([name, source]) => ({
      kind,
      path: `${kind}/${name}`,
      files: { [name]: source },
    }));
  const pathOf = (folder: string, name: string, files: Files): string =>
    `${folder}/${name}${Object.keys(files)[0]?.replace('solution', '') ?? ''}`;
  return [
    ...each('solution', solution),
    ...alternatives.map(({ name, files }) => ({
      kind: 'alternative' as const,
      path: pathOf('alternatives', name, files),
      files,
    })),
    ...each('starter', starter),
    ...mistakes.map(({ name, files, failsTest }) => ({
      kind: 'mistake' as const,
      path: pathOf('mistakes', name, files),
      files,
      failsTest,
    })),
  ];
}

async function grade(
  { files, ...answer }: Answer,
  exercise: ExerciseBundle,
  grader: Grader,
): Promise<PreviewedAnswer> {
  const { verdict, recordings } = await grader.grade({ exercise, files, seed: SEED, tests: 'all' });
  return {
    ...answer,
    source: Object.values(files)[0] ?? '',
    outcome: verdict.outcome,
    tests: verdict.tests.map(({ name, outcome, findings }) => ({
      name,
      outcome,
      sentence: firstOf(findings),
    })),
    fault: firstOf(verdict.findings),
    recordings,
  };
}

function firstOf([finding]: Finding[]): string {
  return finding === undefined ? '' : sentence(finding);
}

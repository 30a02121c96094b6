// What `interleave check` does beside exercises: lessons are run, tracks are read, and whatever names another is held to it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import {
  ContentError,
  findReferenceProblems,
  listContent,
  loadLesson,
  loadTrack,
  problemsOf,
  type BrokenContent,
  type ContentFolder,
  type Grader,
} from '#grader/index.ts';
import { UsageError } from './exit-codes.ts';
import { fileReason } from './file-error.ts';
import { ownExercises } from './find-exercise.ts';
import { suggest } from './nearest.ts';

export type CheckedLesson = { id: string; ok: boolean; snippets: number; words: number; problems: string[] };
export type CheckedTrack = { id: string; ok: boolean; items: number; problems: string[] };
export type CheckedLessons = { lessons: CheckedLesson[]; tracks: CheckedTrack[] };

/** The folders to be checked, all that they may name, and what a sync would refuse before it reads them. */
export type ChosenContent = {
  exercises: string[];
  others: ContentFolder[];
  known: ContentFolder[];
  refused: BrokenContent[];
};

type Checked = { id: string; ok: boolean; problems: string[] };

/** @throws UsageError when the folder cannot be read, holds nothing, or holds none of this name. */
export function chooseContent(root: string, ids: string[]): ChosenContent {
  const { folders, broken } = readRoot(root);
  const here: ContentFolder[] = [...folders, ...broken];
  if (here.length === 0)
    throw new UsageError(
      `There is nothing in ${root}: expected folders that hold an exercise.md, lesson.md or track.md.`,
    );
  const chosen = ids.length === 0 ? here : ids.map((id) => requireContent(root, id, here));
  const isOwn = path.resolve(root) === ownExercises;
  return {
    exercises: chosen.filter(({ kind }) => kind === 'exercise').map(({ id }) => id),
    others: chosen.filter(({ kind }) => kind !== 'exercise'),
    known: isOwn ? here : [...here, ...listContent([ownExercises]).folders],
    refused: broken,
  };
}

function readRoot(root: string): { folders: ContentFolder[]; broken: BrokenContent[] } {
  try {
    return listContent([root]);
  } catch (error) {
    throw new UsageError(`--exercises "${root}": ${whyUnread(root, error)}.`, { cause: error });
  }
}

function whyUnread(root: string, error: unknown): string {
  if (!(error instanceof ContentError)) return fileReason(error);
  return existsSync(root) ? fileReason({ code: 'ENOTDIR' }) : 'the folder does not exist';
}

function requireContent(root: string, id: string, here: ContentFolder[]): ContentFolder {
  const found = here.find((content) => content.id === id);
  if (found !== undefined) return found;
  const ids = here.map((content) => content.id);
  throw new UsageError(
    `There is no exercise, lesson or track "${id}" in ${root}. ${suggest(path.basename(id), ids)}`,
  );
}

/** The same exercises, with what is wrong with the names in them. */
export function withReferences<Exercise extends Checked>(
  root: string,
  exercises: Exercise[],
  { known, refused }: ChosenContent,
): Exercise[] {
  return exercises.map((exercise) => {
    const folder = path.join(root, exercise.id);
    const problems = [
      ...refused.filter(({ id }) => id === exercise.id).flatMap((one) => one.problems),
      ...findReferenceProblems({ id: exercise.id, kind: 'exercise', folder }, known),
    ];
    return {
      ...exercise,
      ok: exercise.ok && problems.length === 0,
      problems: [...exercise.problems, ...problems],
    };
  });
}

export async function checkLessons(
  { others, known }: ChosenContent,
  grader: Grader,
): Promise<CheckedLessons> {
  const lessons = others
    .filter(({ kind }) => kind === 'lesson')
    .map(async (lesson) => await checkLesson(lesson, known, grader));
  const tracks = others.filter(({ kind }) => kind === 'track').map((track) => checkTrack(track, known));
  return { lessons: await Promise.all(lessons), tracks };
}

async function checkLesson(
  content: ContentFolder,
  known: ContentFolder[],
  grader: Grader,
): Promise<CheckedLesson> {
  const problems = findReferenceProblems(content, known);
  const { id } = content;
  try {
    const { bundle, words } = await loadLesson(content.folder, grader);
    const snippets = bundle.blocks.filter(({ kind }) => kind === 'snippet').length;
    return { id, ok: problems.length === 0, snippets, words, problems };
  } catch (error) {
    return { id, ok: false, snippets: 0, words: 0, problems: [...problemsOf(error), ...problems] };
  }
}

function checkTrack(content: ContentFolder, known: ContentFolder[]): CheckedTrack {
  const problems = findReferenceProblems(content, known);
  const { id } = content;
  try {
    const { items } = loadTrack(content.folder);
    return { id, ok: problems.length === 0, items: items.length, problems };
  } catch (error) {
    return { id, ok: false, items: 0, problems: [...problemsOf(error), ...problems] };
  }
}

/** One line for each, and a summary; '' where there is neither a lesson nor a track. */
export function renderLessons({ lessons, tracks }: CheckedLessons): string {
  if (lessons.length + tracks.length === 0) return '';
  const lines = [
    ...lessons.flatMap((lesson) => renderOne(lesson, `${lesson.snippets} snippets, ${lesson.words} words`)),
    ...tracks.flatMap((track) => renderOne(track, `${track.items} items`)),
  ];
  const wrong = [...lessons, ...tracks].filter(({ ok }) => !ok).length;
  const all = `${count(lessons.length, 'lesson')} and ${count(tracks.length, 'track')}`;
  return `${lines.join('\n')}\n\n${wrong === 0 ? `${all} hold` : `of ${all}, ${wrong} ${wrong === 1 ? 'has' : 'have'} problems`}\n`;
}

function renderOne({ id, ok, problems }: Checked, figures: string): string[] {
  const sign = ok ? styleText('green', '✓') : styleText('red', '✗');
  return [`${sign} ${id}  ${styleText('dim', figures)}`, ...problems.map((problem) => `    ${problem}`)];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

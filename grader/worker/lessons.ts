// Lessons for hosts. What reads Markdown is loaded when the first of them is: no grading needs it.
import type { Grader } from './grader.ts';
import type { LoadedLesson } from './load-lesson.ts';

/** @throws ContentError with one problem for each thing that is wrong in the folder, or in a run of its snippets. */
export async function loadLesson(folder: string, grader: Grader): Promise<LoadedLesson> {
  const { loadLesson: load } = await import('./load-lesson.ts');
  return await load(folder, grader);
}

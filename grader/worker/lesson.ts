// What a lesson and a track are as plain data: their folder's file, parsed, with what its snippets came to.
import type { Recording } from '../recording/types.ts';
import type { ExerciseBundle } from './grader.ts';

/** How a snippet ends. `returned`: its top level is done, and nothing is left to run. */
export type SnippetEnd = 'returned' | 'threw' | 'never-settled' | 'unhandled-rejection';

export type LessonBlock =
  | { kind: 'text'; /** Markdown, with the numbers of the runs filled in. */ markdown: string }
  | ({ kind: 'snippet' } & RunSnippet);

export type RunSnippet = {
  name: string;
  /** The file that it is run as: `solution.js`. */
  file: string;
  source: string;
  ended: SnippetEnd;
  /** The error that ended it, as Node prints it. */
  error?: string;
  /**
   * Virtual ms until the top level was done and the last line printed, whichever came later. What goes on in silence after
   * that, such as the losers of a race, does not count.
   */
  tookMs: number;
  recording: Recording;
};

export type LessonBundle = Pick<
  ExerciseBundle,
  | 'id'
  | 'contentHash'
  | 'title'
  | 'description'
  | 'level'
  | 'durationMinutes'
  | 'order'
  | 'topics'
  | 'prerequisites'
> & { blocks: LessonBlock[] };

export type TrackBundle = Pick<ExerciseBundle, 'id' | 'contentHash' | 'title' | 'description' | 'order'> & {
  /** Markdown. */
  introduction: string;
  /** Ids of lessons and exercises, in the order that is recommended. */
  items: string[];
};

// A lesson's folder into a bundle: each snippet is run, and what came of it is filled into the text.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Recording } from '../recording/types.ts';
import { ContentError } from './errors.ts';
import type { Equipment, Grader, RunFileResult } from './grader.ts';
import type { LessonBlock, LessonBundle, RunSnippet, SnippetEnd } from './lesson.ts';
import { escapeMarkdown, findPlaceholders, valueOf } from './lesson-text.ts';
import { readLesson, type LessonFields, type ReadLesson, type Snippet } from './read-lesson.ts';

const SEED = 1;

export type LoadedLesson = { bundle: LessonBundle; words: number };

/** @throws ContentError with one problem for each thing that is wrong. */
export async function loadLesson(folder: string, grader: Grader): Promise<LoadedLesson> {
  const lesson = readLesson(folder);
  const { matter } = lesson;
  const problems: string[] = [];
  const run = new Map<string, RunSnippet>();
  for (const snippet of lesson.snippets) {
    const ran = await runSnippet(snippet, matter.fields, grader, problems);
    if (ran !== null) run.set(snippet.name, ran);
  }
  if (problems.length > 0) throw new ContentError(nameOf(folder), problems);
  const blocks = toBlocks(lesson, run, problems);
  if (problems.length > 0) throw new ContentError(nameOf(folder), problems);
  return { bundle: toBundle(matter.fields, blocks), words: lesson.words };
}

function nameOf(folder: string): string {
  return `Lesson "${path.basename(folder)}"`;
}

function toBundle(fields: LessonFields, blocks: LessonBlock[]): LessonBundle {
  const { duration, language: _, simulate: __, network: ___, ...front } = fields;
  const content = { ...front, durationMinutes: duration, blocks };
  return { ...content, contentHash: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
}

async function runSnippet(
  { name, language, source, ends, line }: Snippet,
  { simulate, network }: LessonFields,
  grader: Grader,
  problems: string[],
): Promise<RunSnippet | null> {
  const file = `solution.${language}`;
  const equipment: Equipment = { simulate, ...(network === undefined ? {} : { network }) };
  const result = await grader.run({ files: { [file]: source }, seed: SEED, equipment });
  const { recording, error } = result;
  const ended = endOf(result);
  if (recording === undefined || ended !== ends) {
    problems.push(`lesson.md: line ${line}: snippet "${name}" ${explainEnd(result, ends)}`);
    return null;
  }
  return {
    name,
    file,
    source,
    ended,
    ...(error === undefined ? {} : { error }),
    tookMs: tookMs(recording, ended),
    recording: toSnippetRecording(name, recording, ended),
  };
}

function tookMs({ timeline, virtualMs }: Recording, ended: SnippetEnd): number {
  if (ended !== 'returned') return virtualMs;
  const told = timeline.marks.filter(({ kind }) => kind === 'settled' || kind === 'console');
  return Math.max(0, ...told.map((mark) => mark.virtualMs));
}

function endOf({ recording, exitCode }: RunFileResult): SnippetEnd | null {
  if (recording === undefined) return null;
  switch (recording.ended.kind) {
    case 'threw':
    case 'load-error':
      return 'threw';
    case 'unhandled-rejection':
      return 'unhandled-rejection';
    case 'returned':
    case 'never-settled':
      return exitCode === 13 ? 'never-settled' : 'returned';
    case 'syntax-error':
    case 'limit':
      return null;
    default:
      return recording.ended satisfies never;
  }
}

function explainEnd(result: RunFileResult, expected: SnippetEnd): string {
  const [first = 'ends without an error'] = (result.error ?? 'ends without an error').split('\n');
  const ended = endOf(result);
  const hint = ended === null || ended === 'returned' ? '' : `. If that is meant, say ends=${ended}`;
  return expected === 'returned'
    ? `is to end well, but: ${first}${hint}`
    : `is to end with ends=${expected}, but: ${first}${hint}`;
}

/** A program that came to its end returned, as a page tells it: nothing is left that it waited for. */
function toSnippetRecording(name: string, recording: Recording, ended: SnippetEnd): Recording {
  const { timeline, ...rest } = recording;
  // A program has no result: the end of its top level is told by what it took.
  const marks = timeline.marks.filter(({ kind }) => kind !== 'settled');
  const own = { ...rest, test: name, timeline: { ...timeline, marks } };
  return ended === 'returned' ? { ...own, ended: { kind: 'returned' }, pendingWaits: [] } : own;
}

function toBlocks(
  { matter, snippets, tree }: ReadLesson,
  run: ReadonlyMap<string, RunSnippet>,
  problems: string[],
): LessonBlock[] {
  const { body, bodyLine } = matter;
  const edits = findPlaceholders(body, tree).map(({ start, end, text, line, isCode }) => {
    const value = fill(text, run, (problem) =>
      problems.push(`lesson.md: line ${bodyLine + line - 1}: {{${text}}}: ${problem}`),
    );
    return { start, end, value: isCode ? value.replaceAll('`', "'") : escapeMarkdown(value) };
  });
  const textBetween = (from: number, to: number): string => {
    let text = '';
    let offset = from;
    for (const { start, end, value } of edits) {
      if (start < from || end > to) continue;
      text += body.slice(offset, start) + value;
      offset = end;
    }
    return (text + body.slice(offset, to)).trim();
  };
  const blocks: LessonBlock[] = [];
  let from = 0;
  for (const { name, start, end } of snippets) {
    const snippet = run.get(name);
    blocks.push({ kind: 'text', markdown: textBetween(from, start) });
    if (snippet !== undefined) blocks.push({ kind: 'snippet', ...snippet });
    from = end;
  }
  blocks.push({ kind: 'text', markdown: textBetween(from, body.length) });
  return blocks.filter((block) => block.kind === 'snippet' || block.markdown !== '');
}

function fill(text: string, run: ReadonlyMap<string, RunSnippet>, report: (problem: string) => void): string {
  try {
    return valueOf(text, run);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(error.message);
    return '';
  }
}

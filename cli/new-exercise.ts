// `interleave new <slug>`: a small exercise that is proven as it stands, with comments on what to replace.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { ExitCode, UsageError } from './exit-codes.ts';
import { fileReason } from './file-error.ts';
import { ownExercises } from './find-exercise.ts';

export type NewOptions = { title?: string; dir?: string };

const skeleton = path.join(import.meta.dirname, 'skeleton');
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TITLE_LENGTH = 80;

/** @throws UsageError when the name or the title will not do, or the folder is there already. Nothing is written then. */
export function newExercise(slug: string, { title = inWords(slug), dir = ownExercises }: NewOptions): number {
  if (!SLUG.test(slug))
    throw new UsageError(`"${slug}" is no name of an exercise: expected lower-case words joined by hyphens.`);
  if (title.trim() === '' || title.length > TITLE_LENGTH)
    throw new UsageError(`--title "${title}": expected 1 to ${TITLE_LENGTH} characters.`);
  for (const root of new Set([path.resolve(dir), ownExercises])) refuseTaken(path.join(root, slug));
  const folder = path.join(dir, slug);
  copySkeleton(folder);
  const file = path.join(folder, 'exercise.md');
  writeFileSync(file, withNames(readFileSync(file, 'utf8'), slug, title));
  const where = path.resolve(dir) === ownExercises ? '' : ` --exercises ${dir}`;
  process.stdout.write(
    `${path.relative('.', folder)} is an exercise that works. Replace it piece by piece, and keep an eye on\n\n  npx --no interleave check ${slug} --watch${where}\n\nThe guide is docs/authoring.md.\n`,
  );
  return ExitCode.Passed;
}

function inWords(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function refuseTaken(folder: string): void {
  if (existsSync(folder)) throw new UsageError(`"${folder}" is there already: expected another name.`);
}

function copySkeleton(folder: string): void {
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    cpSync(skeleton, folder, { recursive: true, errorOnExist: true, force: false });
  } catch (error) {
    throw new UsageError(`"${folder}" cannot be written: ${fileReason(error)}.`, { cause: error });
  }
}

/** Only the first of each: the front matter's. */
function withNames(text: string, slug: string, title: string): string {
  const quoted = stringify(title, { lineWidth: 0 }).trimEnd();
  return text.replace(/^id: .*$/m, () => `id: ${slug}`).replace(/^title: .*$/m, () => `title: ${quoted}`);
}

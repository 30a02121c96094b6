// What content folders hold: exercises, lessons and tracks, each in a folder of its own, and what they say of one another.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ContentError } from './errors.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { readInside } from './read-inside.ts';

export type ContentKind = 'exercise' | 'lesson' | 'track';

/** A folder of content. Its name is the id. */
export type ContentFolder = { id: string; kind: ContentKind; folder: string };

export type BrokenContent = ContentFolder & { problems: string[] };

const kinds = ['exercise', 'lesson', 'track'] as const;

/**
 * What all these folders hold together, by id.
 *
 * @param roots Folders with one folder per exercise, lesson or track. Earlier ones come first: an id that is there already is
 * refused for the later folder.
 * @throws ContentError when a root is not there.
 */
export function listContent(roots: readonly string[]): { folders: ContentFolder[]; broken: BrokenContent[] } {
  const folders = new Map<string, ContentFolder>();
  const broken: BrokenContent[] = [];
  for (const content of roots.flatMap(listRoot)) {
    const before = folders.get(content.id);
    if (before !== undefined) broken.push({ ...content, problems: [takenBy(content, before)] });
    else folders.set(content.id, content);
    const [, second] = kindsOf(content.folder);
    if (before === undefined && second !== undefined) {
      folders.delete(content.id);
      broken.push({
        ...content,
        problems: [`has ${content.kind}.md and ${second}.md; expected one of them`],
      });
    }
  }
  return { folders: [...folders.values()], broken };
}

function takenBy({ id, folder }: ContentFolder, before: ContentFolder): string {
  return `the id "${id}" of ${folder} is that of ${before.folder} already`;
}

function listRoot(root: string): ContentFolder[] {
  if (!existsSync(root)) throw new ContentError(root, [`the folder ${root} does not exist`]);
  if (!statSync(root).isDirectory()) throw new ContentError(root, [`${root} is no folder`]);
  return readdirSync(root)
    .toSorted()
    .flatMap((id) => {
      const folder = path.join(root, id);
      const [kind] = kindsOf(folder);
      return kind === undefined ? [] : [{ id, kind, folder }];
    });
}

function kindsOf(folder: string): ContentKind[] {
  return kinds.filter((kind) => existsSync(path.join(folder, `${kind}.md`)));
}

const referenceFields = z.looseObject({
  id: z.string(),
  title: z.string().default(''),
  prerequisites: z.array(z.string()).default([]),
  items: z.array(z.string()).default([]),
});

/**
 * What a folder says of others that is not so: prerequisites, items and links that name nothing.
 *
 * @param known All folders there are, those with faults among them.
 * @returns no problem for a front matter that cannot be read: who loads it tells that.
 */
export function findReferenceProblems(
  { id, kind, folder }: ContentFolder,
  known: readonly ContentFolder[],
): string[] {
  const matter = readReferences(folder, kind);
  if (matter === null) return [];
  const file = `${kind}.md`;
  const kindOf = (other: string): ContentKind | undefined =>
    known.find((content) => content.id === other)?.kind;
  const namesNothing = (field: 'prerequisites' | 'items'): string[] =>
    matter.fields[field].flatMap((other, index) => {
      const why = other === id ? 'is this one itself' : whyNoItem(kindOf(other));
      return why === ''
        ? []
        : [`${file}: line ${matter.lineOf(field, index)}: field "${field}": "${other}" ${why}`];
    });
  return [
    ...namesNothing('prerequisites'),
    ...namesNothing('items'),
    ...linksOf(matter).flatMap(({ line, target, page }) =>
      kindOf(target) === page
        ? []
        : [
            `${file}: line ${line}: the link /${page}s/${target} leads nowhere: there is no ${page} "${target}"`,
          ],
    ),
    ...(kind === 'lesson' ? whyNotNext(matter, known) : []),
  ];
}

function readReferences(
  folder: string,
  kind: ContentKind,
): FrontMatter<z.infer<typeof referenceFields>> | null {
  const text = readInside(folder, `${kind}.md`);
  return readFrontMatter({ text, file: '', folder: '' }, referenceFields, []);
}

function whyNoItem(kind: ContentKind | undefined): string {
  if (kind === undefined) return 'names no lesson and no exercise';
  return kind === 'track' ? 'is a track; expected a lesson or an exercise' : '';
}

type Reference = { line: number; text: string; page: ContentKind; target: string };

function linksOf({ body, bodyLine }: Pick<FrontMatter<unknown>, 'body' | 'bodyLine'>): Reference[] {
  return [...body.matchAll(/\[([^[\]]*)\]\(\/(exercise|lesson)s\/([a-z0-9-]+)[^)]*\)/g)].map(
    ({ index, 1: text = '', 2: page, 3: target = '' }) => ({
      line: bodyLine + body.slice(0, index).split('\n').length - 1,
      text,
      page: page === 'lesson' ? 'lesson' : 'exercise',
      target,
    }),
  );
}

/** A lesson ends with the exercise to do next, by its title. */
function whyNotNext(
  matter: FrontMatter<z.infer<typeof referenceFields>>,
  known: readonly ContentFolder[],
): string[] {
  const next = linksOf(matter).at(-1);
  const exercise = known.find(({ id, kind }) => kind === 'exercise' && id === next?.target);
  if (next === undefined || exercise === undefined) return [];
  const title = readReferences(exercise.folder, 'exercise')?.fields.title ?? next.text;
  if (title === next.text) return [];
  return [`lesson.md: line ${next.line}: the link is called "${next.text}", the exercise "${title}"`];
}

// A track's folder into a bundle. Whether its items exist, only those who see all folders can say (content.ts).
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ContentError } from './errors.ts';
import { contentFields, readFrontMatter } from './front-matter.ts';
import type { TrackBundle } from './lesson.ts';
import { readInside } from './read-inside.ts';

const schema = z.strictObject({ ...contentFields, items: z.array(z.string()).min(1) });

/** @throws ContentError with one problem for each thing that is wrong. */
export function loadTrack(folder: string): TrackBundle {
  const id = path.basename(folder);
  const file = path.join(folder, 'track.md');
  if (!existsSync(file)) throw new ContentError(`Track "${id}"`, [`${file} does not exist`]);
  const problems: string[] = [];
  const text = readInside(folder, 'track.md');
  const matter = readFrontMatter({ text, file: 'track.md', folder: id }, schema, problems);
  if (matter === null) throw new ContentError(`Track "${id}"`, problems);
  const { fields, lineOf } = matter;
  const introduction = matter.body.trim();
  if (introduction === '') problems.push('track.md: expected a paragraph that introduces the track');
  for (const [index, item] of fields.items.entries()) {
    if (fields.items.indexOf(item) < index)
      problems.push(`track.md: line ${lineOf('items', index)}: field "items": "${item}" is there twice`);
  }
  if (problems.length > 0) throw new ContentError(`Track "${id}"`, problems);
  const content = { ...fields, introduction };
  const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { ...content, contentHash };
}

// Files of content folders. They come from other people's repositories: a link in one must not bring a file of the server's to a page.
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from './errors.ts';

/**
 * @param name Of a file below the folder.
 * @throws ContentError where it is a link that leads out of the folder, and what Node throws where it cannot be read.
 */
export function readInside(folder: string, name: string): string {
  const file = realpathSync(path.join(folder, name));
  if (!file.startsWith(realpathSync(folder) + path.sep))
    throw new ContentError(path.basename(folder), [`${name}: is a link that leads out of its folder`]);
  return readFileSync(file, 'utf8');
}

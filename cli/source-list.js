// Which sources the command is built from, and whether they are still the ones it was built from. Plain JavaScript, for it
// runs before anything else: sizes and times first, the contents only where those differ.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['cli', 'grader'];
/** The second tells which dependencies are installed; npm writes it with every install. */
const FILES = ['package.json', 'node_modules/.package-lock.json'];

/**
 * @param {string} root
 * @returns {string[]} paths below the root, in one order
 */
function listSources(root) {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
  files.sort(); // oxlint-disable-line typescript/require-array-sort-compare
  return [...files, ...FILES];
}

/**
 * Any write to a file, or its replacement, shows in its number or in its time of change, which no program can set.
 *
 * @param {string} root
 * @returns {{ text: string, newestMs: number }} one line per source, and when the last of them changed
 * @throws when a source cannot be read: an installation that is not one of npm's
 */
export function describeSources(root) {
  let newestMs = 0;
  const lines = listSources(root).map((file) => {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path.join(root, file));
    newestMs = Math.max(newestMs, ctimeMs);
    return `${file} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  });
  return { text: lines.join('\n'), newestMs };
}

/**
 * @param {string} root
 * @returns {string} sha256 over names and contents of all sources
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of listSources(root)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

// Which sources the command is built from, and whether they are still the ones it was built from. Plain JavaScript, for it
// runs before anything else: a list of sizes and times first, the contents only where that list differs.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['cli', 'grader'];
/** The second tells which dependencies are installed; npm writes it with every install. */
const FILES = ['package.json', 'node_modules/.package-lock.json'];

/**
 * @param {string} root
 * @returns {string[]} paths below the root, in order
 */
function listSources(root) {
  const folders = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
  return [...folders.toSorted(), ...FILES];
}

/**
 * Every change of a file changes its time of change, which no program can set.
 *
 * @param {string} root
 * @returns {string} one line per source
 */
export function describeSources(root) {
  const lines = listSources(root).map((file) => {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path.join(root, file));
    return `${file} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  });
  return lines.join('\n');
}

/**
 * @param {string} root
 * @returns {string} sha256 over names and contents of all sources
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of listSources(root))
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

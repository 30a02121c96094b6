// The command as it was built from its sources at its first use: found, and used only if it is what the sources say now.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeSources, hashSources } from './source-list.js';

/**
 * @typedef {object} BuiltProgram
 * @property {string} platform what it was built on and for
 * @property {string} root the installation it belongs to: paths of it are in the text
 * @property {string} sources as `describeSources` tells them
 * @property {string} hash as `hashSources` tells it
 * @property {string} commandFile exports `main` of main.ts
 * @property {string} startFile exports `startProcess` of grader/worker/start-process.ts
 * @property {string} childFile
 * @property {string[]} snapshotFlags
 * @property {import('../grader/sandbox/guest-files.ts').GuestPrograms} guest
 */

/** @param {string} root */
export function cacheFolder(root) {
  return path.join(root, 'node_modules/.cache/interleave');
}

export function describePlatform() {
  return `${process.platform} ${process.arch} ${process.version} ${process.versions.modules}`;
}

/**
 * @param {string} root
 * @returns {BuiltProgram | null} null when there is none for this platform and place; whether it is what the sources say now,
 *   `isUpToDate` tells
 */
export function findBuiltProgram(root) {
  try {
    /** @type {BuiltProgram} */
    const built = JSON.parse(readFileSync(manifestFile(root), 'utf8'));
    if (built.platform !== describePlatform() || built.root !== root) return null;
    return listFiles(built).every((file) => typeof file === 'string' && existsSync(file)) ? built : null;
  } catch {
    return null;
  }
}

/** @param {BuiltProgram} built */
export function isUpToDate(built) {
  try {
    const { text } = describeSources(built.root);
    if (text === built.sources) return true;
    // Times differ after a copy or a checkout; only the contents decide.
    if (hashSources(built.root) !== built.hash) return false;
    writeBuiltProgram({ ...built, sources: text });
    return true;
  } catch {
    return false;
  }
}

/**
 * In one step, so that nobody reads half of it; where the folder is read-only, not at all.
 *
 * @param {BuiltProgram} built
 */
export function writeBuiltProgram(built) {
  const file = manifestFile(built.root);
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, JSON.stringify(built));
    renameSync(unfinished, file);
  } catch {
    // The contents are compared again next time.
  }
}

/** @param {BuiltProgram} built */
function listFiles({ commandFile, startFile, childFile, guest: { bundles, snapshotFiles } }) {
  const texts = [bundles.judge, bundles.recorder].map((source) => ('file' in source ? source.file : ''));
  const snapshots = [snapshotFiles.judge, snapshotFiles.recorder].filter((file) => file !== null);
  return [commandFile, startFile, childFile, ...texts, ...snapshots];
}

/** @param {string} root */
function manifestFile(root) {
  return path.join(cacheFolder(root), 'program.json');
}

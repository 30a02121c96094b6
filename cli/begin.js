// Runs the command as it was built, builds it if it is not, and runs it from its sources where neither is possible.
import { createRequire, enableCompileCache } from 'node:module';
import path from 'node:path';
import { cacheFolder, findBuiltProgram } from './built-program.js';

/** Commands that need one child and no more. */
const START_A_CHILD = new Set(['grade', 'run']);

/**
 * @param {string} root
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code
 */
export async function begin(root, argv) {
  const built = findBuiltProgram(root) ?? (await tryToBuild(root));
  if (built === null) return await (await import('./main.ts')).main(argv);
  // What Node keeps there is its own compiled form of these very texts.
  enableCompileCache(path.join(cacheFolder(root), 'compiled'));
  const require = createRequire(import.meta.url);
  const started = START_A_CHILD.has(argv[2] ?? '') ? startChild(require, built) : undefined;
  /** @type {typeof import('./main.ts')} */
  const { main } = require(built.commandFile);
  try {
    return await main(argv, started === undefined ? built : { ...built, started });
  } finally {
    // Taken or not, it is of no use any more.
    started?.kill('SIGKILL');
  }
}

/**
 * The child starts while the command loads.
 *
 * @param {NodeJS.Require} require
 * @param {import('./built-program.js').BuiltProgram} built
 */
function startChild(require, built) {
  /** @type {typeof import('../grader/worker/start-process.ts')} */
  const { startProcess } = require(built.startFile);
  return startProcess(built);
}

/** @param {string} root */
async function tryToBuild(root) {
  try {
    const { buildProgram } = await import('./build-program.ts');
    return await buildProgram(root);
  } catch {
    return null;
  }
}

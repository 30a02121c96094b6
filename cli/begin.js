// Runs the command as it was built, builds it if it is not, and runs it from its sources where neither is possible.
import { createRequire, enableCompileCache } from 'node:module';
import path from 'node:path';
import { cacheFolder, findBuiltProgram, isUpToDate } from './built-program.js';

/** Commands that need one child and no more. */
const START_A_CHILD = new Set(['grade', 'run']);

/**
 * @param {string} root
 * @param {string[]} argv
 * @returns {Promise<number>} the exit code
 */
export async function begin(root, argv) {
  // What Node keeps there is its own compiled form of the built program's texts.
  enableCompileCache(path.join(cacheFolder(root), 'compiled'));
  const found = findBuiltProgram(root);
  const started = found !== null && START_A_CHILD.has(argv[2] ?? '') ? startChild(found) : undefined;
  try {
    if (found !== null && isUpToDate(found))
      return await runBuilt(argv, started === undefined ? found : { ...found, started });
    // A child of sources that are no more.
    started?.kill('SIGKILL');
    const built = await tryToBuild(root);
    return built === null ? await (await import('./main.ts')).main(argv) : await runBuilt(argv, built);
  } finally {
    // Taken or not, it is of no use any more.
    started?.kill('SIGKILL');
  }
}

const require = createRequire(import.meta.url);

/**
 * @param {string[]} argv
 * @param {import('../grader/worker/child-program.ts').ChildProgram & { commandFile: string }} built
 * @returns {Promise<number>}
 */
async function runBuilt(argv, built) {
  /** @type {typeof import('./main.ts')} */
  const { main } = require(built.commandFile);
  return await main(argv, built);
}

/**
 * The child starts while the command looks at its sources and loads.
 *
 * @param {import('./built-program.js').BuiltProgram} built
 */
function startChild(built) {
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

// Runs the command as it was built, builds it if it is not, and runs it from its sources where neither is possible.
import { createRequire, enableCompileCache } from 'node:module';
import path from 'node:path';
import { cacheFolder, findBuiltProgram } from './built-program.js';

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
  /** @type {typeof import('./main.ts')} */
  const { main } = createRequire(import.meta.url)(built.commandFile);
  return await main(argv, built);
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

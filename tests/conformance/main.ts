// `npm run test:event-loop -- <folder>`: runs a folder of programs, plain and instrumented, and prints `equal / total`.
import { makeGrader, type Grader } from '#grader/index.ts';
import { findDifferences, ProgramFolderError, readProgramFolder, type Program } from './program-folder.ts';

const USAGE = 'Usage: npm run test:event-loop -- <folder of NAME.js, NAME.out and index.json>';

/** @returns whether every program is as in Node, with and without the instrumentation pass. */
async function checkFolder(programs: Program[]): Promise<boolean> {
  const graders = { instrumented: makeGrader(), plain: makeGrader({ instruments: false }) };
  try {
    let isEqual = true;
    for (const [kind, grader] of Object.entries(graders)) {
      const equal = await countEqual(programs, kind, grader);
      console.log(`${kind}: ${equal} / ${programs.length}`);
      if (equal < programs.length) isEqual = false;
    }
    return isEqual;
  } finally {
    await Promise.all(Object.values(graders).map(async (grader) => await grader.close()));
  }
}

async function countEqual(programs: Program[], kind: string, grader: Grader): Promise<number> {
  let equal = 0;
  for (const program of programs) {
    const differences = await findDifferences(program, grader);
    if (differences.length === 0) equal += 1;
    for (const difference of differences) console.log(`${program.name} (${kind}): ${difference}`);
  }
  return equal;
}

async function main(): Promise<number> {
  const [folder, ...rest] = process.argv.slice(2);
  if (folder === undefined || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  try {
    return (await checkFolder(readProgramFolder(folder))) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ProgramFolderError)) throw error;
    console.error(error.message);
    return 2;
  }
}

process.exitCode = await main();

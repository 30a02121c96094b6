// `interleave preview <id>`: an author's folder as a student and as a reviewer sees it, anew whenever it changes.
import { watch } from 'node:fs';
import path from 'node:path';
import { makeGrader, type ContentFolder } from '#grader/index.ts';
import { chooseContent } from './check-lessons.ts';
import { ExitCode, UsageError } from './exit-codes.ts';
import { ownExercises } from './find-exercise.ts';
import { bundlePage } from './preview/bundle-page.ts';
import { loadPreview } from './preview/load-preview.ts';
import { servePreview } from './preview/preview-server.ts';

export type PreviewOptions = { exercises?: string; port: string };

const CHILDREN = 2;
/** An editor writes a file in several steps. */
const QUIET_MS = 150;

/** @returns 0, once it has been ended by Ctrl-C. */
export async function preview(id: string, options: PreviewOptions): Promise<number> {
  const root = path.resolve(options.exercises ?? ownExercises);
  const port = readPort(options.port);
  const { folder, known } = findFolder(root, id);
  const page = await bundlePage(path.join(import.meta.dirname, 'preview'));
  const grader = makeGrader({ children: CHILDREN });
  let data = loadPreview(folder, known, grader);
  const server = await servePreview(page, async () => await data, port).catch(async (error: unknown) => {
    await grader.close();
    throw new UsageError(`--port ${port} cannot be used: ${(error as Error).message}.`, { cause: error });
  });
  const stopWatching = onChange(folder.folder, () => {
    data = data.then(async () => await loadPreview(folder, known, grader));
    void data.then(() => server.announceChange());
  });
  console.log(`${id}: ${server.address} and, for reviewers, ${server.address}#reviewer`);
  console.log('The page follows the files. Ctrl-C ends it.');
  await untilSignal();
  stopWatching();
  server.close();
  await data;
  await grader.close();
  return ExitCode.Passed;
}

function findFolder(root: string, id: string): { folder: ContentFolder; known: ContentFolder[] } {
  const { exercises, others, known } = chooseContent(root, [id]);
  const [folder] = [
    ...exercises.map((name): ContentFolder => ({
      id: name,
      kind: 'exercise',
      folder: path.join(root, name),
    })),
    ...others,
  ];
  if (folder === undefined || folder.kind === 'track')
    throw new UsageError(`"${id}" is a track; expected an exercise or a lesson.`);
  return { folder, known };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port is "${text}"; expected a whole number from 0 to 65535.`);
}

/** @returns what ends it. */
function onChange(folder: string, react: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(react, QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

async function untilSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

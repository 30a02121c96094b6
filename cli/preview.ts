// `interleave preview <id>`: an author's folder as a student and as a reviewer sees it, anew whenever it changes.
import path from 'node:path';
import { makeGrader, type ContentFolder } from '#grader/index.ts';
import { chooseContent } from './check-lessons.ts';
import { ExitCode, UsageError } from './exit-codes.ts';
import { ownExercises } from './find-exercise.ts';
import { bundlePage } from './preview/bundle-page.ts';
import { loadPreview } from './preview/load-preview.ts';
import type { PreviewData } from './preview/preview-data.ts';
import { servePreview, type PreviewServer } from './preview/preview-server.ts';
import { watchFolders } from './watch-folders.ts';

export type PreviewOptions = { exercises?: string; port: string };

const CHILDREN = 2;

/** @returns 0, once it has been ended by Ctrl-C. */
export async function preview(id: string, options: PreviewOptions): Promise<number> {
  const root = path.resolve(options.exercises ?? ownExercises);
  const port = readPort(options.port);
  const { folder, known } = findFolder(root, id);
  const page = await bundlePage(path.join(import.meta.dirname, 'preview'));
  const grader = makeGrader({ children: CHILDREN });
  const load = async (): Promise<PreviewData> => await loadPreview(folder, known, grader);
  let data = load();
  let isFirst = true;
  try {
    const server = await serve(page, async () => await data, port);
    console.log(`${id}: ${server.address} and, for reviewers, ${server.address}#reviewer`);
    console.log('The page follows the files. Ctrl-C ends it.');
    await watchFolders(root, [id], async () => {
      if (!isFirst) data = load();
      isFirst = false;
      await data;
      server.announceChange();
      return null;
    });
    server.close();
    await data;
    return ExitCode.Passed;
  } finally {
    await grader.close();
  }
}

async function serve(...[page, data, port]: Parameters<typeof servePreview>): Promise<PreviewServer> {
  try {
    return await servePreview(page, data, port);
  } catch (error) {
    throw new UsageError(`--port ${port} cannot be used: ${(error as Error).message}.`, { cause: error });
  }
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

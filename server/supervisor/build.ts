import path from 'node:path';
import type { EnvironmentVariables } from '#app/_config/settings.ts';
import { StartError } from '../start-error.ts';
import { hashSources, isBuilt, removeStamp, writeStamp } from './build-stamp.ts';
import type { Lifetimes } from './lifetimes.ts';
import { startGroup } from './process-group.ts';
import type { ProcessGroup } from './process-group.ts';
import { nextProgram } from './web.ts';

const GRACE_MS = 2_000;

export type BuildOptions = {
  root: string;
  environment: EnvironmentVariables;
  lifetimes: Lifetimes;
  /** Called before a build begins; not when there is nothing to do. */
  onBegin?: () => void;
  onLine?: (line: string) => void;
  keep?: (group: ProcessGroup) => ProcessGroup;
};

/**
 * Builds the web application when its sources are not those of the last build.
 *
 * @returns Whether it had to.
 * @throws StartError with the build's own words when it fails.
 */
export async function buildIfNeeded(options: BuildOptions): Promise<boolean> {
  const { root, environment } = options;
  const distFolder = path.join(root, environment['INTERLEAVE_DIST_DIR'] ?? '.next');
  const sources = hashSources(root);
  if (isBuilt(distFolder, sources)) return false;
  options.onBegin?.();
  clearStamp(distFolder);
  await build(options);
  writeStamp(distFolder, sources);
  return true;
}

function clearStamp(distFolder: string): void {
  try {
    removeStamp(distFolder);
  } catch (cause) {
    throw new StartError(
      `The sources have changed and this account may not write the build in ${distFolder}; build as its owner, or remove the folder.`,
      { cause },
    );
  }
}

async function build({
  root,
  environment,
  lifetimes,
  onLine,
  keep = (group) => group,
}: BuildOptions): Promise<void> {
  const words: string[] = [];
  const group = keep(
    startGroup({
      args: [nextProgram(root), 'build'],
      cwd: root,
      environment: buildEnvironment(environment),
      onLine: (line) => {
        words.push(line);
        onLine?.(line);
      },
      graceMs: GRACE_MS,
    }),
  );
  lifetimes.add(group);
  const reason = await group.ended;
  if (reason !== 'exit code 0')
    throw new StartError(`The build failed (${reason}):\n    ${words.join('\n    ').trim()}`);
}

/** Modules that read the settings are loaded to be built; no connection is made, and nothing of this is kept. */
function buildEnvironment(environment: EnvironmentVariables): NodeJS.ProcessEnv {
  return {
    ...environment,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: 'postgresql://not-used.invalid/while-building',
    NEXTAUTH_SECRET: 'not used while building, and longer than it must be',
  };
}

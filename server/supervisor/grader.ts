import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { EnvironmentVariables, Settings } from '#app/_config/settings.ts';
import { startGroup } from './process-group.ts';
import type { ProcessGroup } from './process-group.ts';

/** A grading under way may take its ten seconds to end. */
const GRACE_MS = 12_000;
/** What a process needs of its surroundings; no setting and no secret of the operator is among it. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'];

export type GraderOptions = {
  root: string;
  databaseUrl: string;
  settings: Settings;
  environment: EnvironmentVariables;
  onLine: (line: string) => void;
};

export function graderChildren({ GRADER_CHILDREN }: Settings): number {
  return GRADER_CHILDREN ?? Math.max(1, availableParallelism() - 1);
}

/** The address of the database, with its password, goes by standard input: not in arguments, not in the environment. */
export function startGrader({
  root,
  databaseUrl,
  settings,
  environment,
  onLine,
}: GraderOptions): ProcessGroup {
  return startGroup({
    args: [path.join(root, 'server/grader/main.ts')],
    cwd: root,
    environment: {
      ...Object.fromEntries(PASSED_ON.map((name) => [name, environment[name]])),
      NODE_ENV: 'production',
    },
    input: `${JSON.stringify({ databaseUrl, children: graderChildren(settings) })}\n`,
    onLine,
    graceMs: GRACE_MS,
  });
}

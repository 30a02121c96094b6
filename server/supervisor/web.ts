import path from 'node:path';
import type { Env, EnvironmentVariables } from '#app/_config/settings.ts';
import { startGroup } from './process-group.ts';
import type { ProcessGroup } from './process-group.ts';

const GRACE_MS = 3_000;
const ANSWER_MS = 30_000;

export type WebOptions = {
  root: string;
  mode: 'start' | 'dev';
  env: Env;
  environment: EnvironmentVariables;
  onLine: (line: string) => void;
};

export function nextProgram(root: string): string {
  return path.join(root, 'node_modules/next/dist/bin/next');
}

export function startWeb({ root, mode, env, environment, onLine }: WebOptions): ProcessGroup {
  const host = env.INTERLEAVE_HOST === undefined ? [] : ['--hostname', env.INTERLEAVE_HOST];
  return startGroup({
    args: [nextProgram(root), mode, '--port', String(env.PORT), ...host],
    cwd: root,
    environment: {
      ...environment,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(env.PORT),
      APP_URL: env.APP_URL,
      DATABASE_URL: env.DATABASE_URL,
      NEXTAUTH_SECRET: env.NEXTAUTH_SECRET,
      NEXTAUTH_URL: env.APP_URL,
    },
    onLine,
    graceMs: GRACE_MS,
  });
}

/** Any answer will do: a page that fails is a matter for its own log. */
export async function webAnswers({ PORT, INTERLEAVE_HOST }: Env): Promise<boolean> {
  const isEvery = INTERLEAVE_HOST === undefined || INTERLEAVE_HOST === '0.0.0.0' || INTERLEAVE_HOST === '::';
  const host = isEvery ? '127.0.0.1' : INTERLEAVE_HOST;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/healthz`;
  try {
    await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) });
    return true;
  } catch {
    return false;
  }
}

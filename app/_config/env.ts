// The one place in app/ that reads the environment: once, when the process starts.
import { parseEnv } from './settings.ts';
import type { Env } from './settings.ts';

export const env: Env = parseEnv(process.env);

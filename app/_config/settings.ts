// Every setting there is, and the only place that says what is allowed. Pure: the environment is an argument.
import { z } from 'zod';

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= minimum && Number(text) <= maximum, {
      error: `must be a whole number from ${minimum} to ${maximum}`,
    })
    .transform(Number);

const url = (schemes: string[]) =>
  z.string().refine((text) => schemes.includes(URL.parse(text)?.protocol.slice(0, -1) ?? ''), {
    error: `must be a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });

const origin = z
  .string()
  .refine((text) => isOrigin(text), {
    error: 'must be an address without a path, such as https://interleave.example.org',
  })
  .transform((text) => new URL(text).origin);

function isOrigin(address: string): boolean {
  const parsed = URL.parse(address);
  return (
    parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.pathname === '/' && !/[?#]/.test(address)
  );
}

const text = z.string();

/** One entry per setting; the descriptions make docs/settings.md. */
export const settingSchemas = {
  PORT: wholeNumber(1, 65_535).default(3000).describe('The port that the web server listens on.'),
  // Not HOST: shells and container tools set that to the machine's name.
  INTERLEAVE_HOST: text
    .optional()
    .describe('The address that the web server listens on. Unset: every address.'),
  APP_URL: origin
    .optional()
    .describe('The address that people type, used in links and for sign-in. Unset: `http://localhost:PORT`.'),
  INTERLEAVE_DATA: text
    .default('.data')
    .describe('The folder for the embedded database and the generated secret.'),
  DATABASE_URL: url(['postgres', 'postgresql'])
    .optional()
    .describe('Your own PostgreSQL (a direct connection, no transaction pooler). Unset: the embedded one.'),
  INTERLEAVE_CONTENT: text
    .optional()
    .describe('Further folders of exercises, lessons and tracks, separated by `:` (docs/own-content.md).'),
  NEXTAUTH_SECRET: text
    .min(32, { error: 'must have at least 32 characters' })
    .optional()
    .describe('Signs the sessions. Unset: made once and kept in the data folder.'),
  GRADER_CHILDREN: wholeNumber(1, 64)
    .optional()
    .describe('Submissions graded at the same time by one grader process. Unset: the cores less one.'),
  GITHUB_ID: text.optional().describe('Sign-in with GitHub: the id of the OAuth app.'),
  GITHUB_SECRET: text.optional().describe('Sign-in with GitHub: its secret.'),
  OIDC_ISSUER: url(['https', 'http'])
    .optional()
    .describe('Sign-in with an OpenID Connect provider: its issuer address.'),
  OIDC_CLIENT_ID: text.optional().describe('OpenID Connect: the client id.'),
  OIDC_CLIENT_SECRET: text.optional().describe('OpenID Connect: the client secret.'),
  OIDC_NAME: text.default('Single sign-on').describe('OpenID Connect: the name on the sign-in button.'),
};

/** Settings that only mean something together. */
const companions: (keyof Settings)[][] = [
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
];

const settings = z.object(settingSchemas);

export type Settings = Omit<z.output<typeof settings>, 'APP_URL'> & { APP_URL: string };
/** What the web process has: the supervisor fills in the two that an operator may leave out. */
export type Env = Settings & { DATABASE_URL: string; NEXTAUTH_SECRET: string };
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/** The message names every wrong setting, one line each. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  readonly code = 'ENV';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const heading = problems.length === 1 ? 'One setting is wrong' : `${problems.length} settings are wrong`;
    super(`${heading}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads the settings an operator may give.
 *
 * @throws EnvError that names all wrong settings at once.
 */
export function parseSettings(source: EnvironmentVariables): Settings {
  const given = withoutEmpty(source);
  const parsed = settings.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => wrong(String(issue.path[0]), issue.message, given)),
    ...missingCompanions(given),
    ...unknownSettings(given),
  ];
  if (problems.length > 0 || parsed.data === undefined) throw new EnvError(problems);
  return { ...parsed.data, APP_URL: parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}` };
}

/**
 * Reads the settings of the web process, which cannot run without a database and a secret.
 *
 * @throws EnvError that names all wrong settings at once.
 */
export function parseEnv(source: EnvironmentVariables): Env {
  const { DATABASE_URL, NEXTAUTH_SECRET, ...others } = parseSettings(source);
  if (DATABASE_URL !== undefined && NEXTAUTH_SECRET !== undefined)
    return { ...others, DATABASE_URL, NEXTAUTH_SECRET };
  throw new EnvError([
    ...(DATABASE_URL === undefined ? ['DATABASE_URL is not set; `npm start` and `npm run dev` set it.'] : []),
    ...(NEXTAUTH_SECRET === undefined
      ? ['NEXTAUTH_SECRET is not set; `npm start` and `npm run dev` set it.']
      : []),
  ]);
}

/** Compose files and unit files pass `NAME=` for what nobody filled in. */
function withoutEmpty(source: EnvironmentVariables): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  );
}

const isSecret = (name: string) => /SECRET|DATABASE_URL/.test(name);

function wrong(name: string, expectation: string, given: Record<string, string>): string {
  const value = isSecret(name) ? '' : ` is ${JSON.stringify(given[name])} but`;
  return `${name}${value} ${expectation}.`;
}

function missingCompanions(given: Record<string, string>): string[] {
  return companions.flatMap((names) => {
    const missing = names.filter((name) => given[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    const present = names.filter((name) => given[name] !== undefined);
    return [`${missing.join(' and ')} must be set as well, because ${present.join(' and ')} is set.`];
  });
}

/** A misspelt name would otherwise be a setting that silently does nothing. */
function unknownSettings(given: Record<string, string>): string[] {
  const known = new Set([...Object.keys(settingSchemas), 'INTERLEAVE_DIST_DIR']);
  return Object.keys(given)
    .filter((name) => /^(?:INTERLEAVE|OIDC)_/.test(name) && !known.has(name))
    .map((name) => `${name} is not a setting; docs/settings.md lists them.`);
}

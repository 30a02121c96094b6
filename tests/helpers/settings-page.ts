import { format } from 'prettier';
import { settingSchemas } from '#app/_config/settings.ts';

const INTRODUCTION = `# Settings

Settings are environment variables. They are read once, when a process starts, and checked together: a start with wrong
ones names all of them and ends with exit code 1. A setting that is empty counts as not set. None is needed to try
Interleave; \`APP_URL\` is the one to set before others use it.
`;

const CLOSING = `The settings of a provider belong together: both of GitHub's, all three of an OpenID Connect provider's.
The addresses to register there end in \`/api/auth/callback/github\` and \`/api/auth/callback/oidc\`.

The tests read one more: \`CHROMIUM_PATH\`, the browser to use when it is not in a usual place.
`;

/** docs/settings.md as app/_config/settings.ts has it; the test beside it writes and compares it. */
export async function settingsPage(): Promise<string> {
  const rows = Object.entries(settingSchemas).map(
    ([name, schema]) => `| \`${name}\` | ${defaultOf(schema)} | ${schema.description ?? ''} |`,
  );
  const table = ['| Setting | Default | What it does |', '| --- | --- | --- |', ...rows].join('\n');
  return await format([INTRODUCTION, table, '', CLOSING].join('\n'), { parser: 'markdown' });
}

function defaultOf(schema: { safeParse: (value: unknown) => { data?: unknown } }): string {
  const value = schema.safeParse(undefined).data;
  return typeof value === 'string' || typeof value === 'number' ? `\`${value}\`` : '';
}

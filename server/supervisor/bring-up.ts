// The steps of `npm start` and `npm run dev`, in the order in which they are printed.
import type { Env, EnvironmentVariables, Settings } from '#app/_config/settings.ts';
import { describeDemo, fillDemo } from '../demo/fill-demo.ts';
import { migrate } from '../migrate.ts';
import { buildIfNeeded } from './build.ts';
import type { ProductCommand } from './command-line.ts';
import { sessionSecret } from './data-folder.ts';
import { graderChildren } from './grader.ts';
import { keepGrader } from './keep-grader.ts';
import type { Kept } from './keep-running.ts';
import { keepWeb } from './keep-web.ts';
import { together } from './lifetimes.ts';
import { openDatabase } from './open-database.ts';
import { requireFreePort } from './port.ts';
import { reloadOnChange } from './reload.ts';
import { root } from './root.ts';
import { makeStep } from './steps.ts';
import type { Step } from './steps.ts';
import { contentRoots, describeSync, syncFrom } from './sync.ts';
import { takeFolder } from './take-folder.ts';
import type { Folder } from './take-folder.ts';
import type { BroughtUp, Life } from './until-stopped.ts';
import { welcome } from './welcome.ts';

export type Start = {
  chosen: ProductCommand;
  settings: Settings;
  environment: EnvironmentVariables;
  life: Life;
};

export async function bringUp(start: Start): Promise<BroughtUp> {
  const { chosen, settings, life } = start;
  const step = makeStep(life.say, life.signal);
  const roots = contentRoots(root, settings);
  const folder = await step(
    'data folder',
    async () => await takeFolder(settings, life),
    ({ place }) => place,
  );
  await requireFreePort(settings.PORT, settings.INTERLEAVE_HOST);
  const database = await step(
    'database',
    async () => await openDatabase(settings, folder, life),
    ({ place }) => place,
  );
  await step('migrations', async () => await migrate(database.url), describeMigrations);
  await step('content', async () => await syncFrom(roots, database.url), describeSync);
  if (chosen.command === 'start') await build(start, step, folder);
  if (chosen.demo) await fillDemoClass(database.url, step);
  const env: Env = {
    ...settings,
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? sessionSecret(folder.path),
  };
  const { grader, web } = await startProcesses(start, step, folder, env);
  if (chosen.command === 'dev')
    life.lifetimes.add(reloadOnChange({ root, roots, env, grader, say: life.say }));
  await welcome({ env, folder, database, say: life.say });
  return { ended: Promise.race([grader.gaveUp, web.gaveUp, database.failed]) };
}

async function build({ environment, life }: Start, step: Step, folder: Folder): Promise<void> {
  const onBegin = () => life.say('            building; this takes about half a minute …');
  await step(
    'build',
    async () =>
      await buildIfNeeded({ root, environment, lifetimes: life.lifetimes, onBegin, keep: folder.notes.keep }),
    (isNew) => (isNew ? 'made anew from the sources' : 'the sources have not changed'),
  );
}

async function fillDemoClass(databaseUrl: string, step: Step): Promise<void> {
  await step(
    'demo',
    async () => await fillDemo(databaseUrl, { now: new Date() }),
    (report) => describeDemo(report).join(`\n${' '.repeat(23)}`),
  );
}

/** Started side by side; both are stopped side by side too, before the database they use. */
async function startProcesses(
  { chosen, settings, environment, life }: Start,
  step: Step,
  folder: Folder,
  env: Env,
): Promise<{ grader: Kept; web: Kept }> {
  life.signal.throwIfAborted();
  const shared = { root, environment, say: life.say, keep: folder.notes.keep };
  const grader = keepGrader({
    ...shared,
    databaseUrl: env.DATABASE_URL,
    settings,
    waitsForChange: chosen.command === 'dev',
  });
  const web = keepWeb({ ...shared, mode: chosen.command, env });
  life.lifetimes.add(together([grader, web]));
  web.ready.catch(() => undefined); // told below, unless the grader's failure is told first
  await step(
    'grader',
    async () => await grader.ready,
    () => describeChildren(graderChildren(settings)),
  );
  await step(
    'web',
    async () => await web.ready,
    () => env.APP_URL,
  );
  return { grader, web };
}

function describeMigrations(applied: string[]): string {
  return applied.length === 0 ? 'nothing to apply' : `${applied.length} applied`;
}

function describeChildren(children: number): string {
  return children === 1 ? 'one submission at a time' : `${children} submissions at a time`;
}

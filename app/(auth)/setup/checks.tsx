import { headers } from 'next/headers';
import type { ReactElement } from 'react';
import { StatusGlyph } from '#app/_components/ui/status.tsx';
import { env } from '#app/_config/env.ts';
import { getDatabase } from '#app/_data/database.ts';
import { countGraders, findDatabaseVersion } from '#app/_data/installation-checks.ts';

type Check = { isGood: boolean; text: string };

/** What stands and what an operator may want to change first. */
export async function Checks(): Promise<ReactElement> {
  const [version, graders] = await Promise.all([
    findDatabaseVersion(getDatabase()),
    countGraders(getDatabase()),
  ]);
  const host = (await headers()).get('host');
  return (
    <ul aria-label="Checks" className="grid gap-1.5">
      {[databaseCheck(version), graderCheck(graders), addressCheck(host)].map(({ isGood, text }) => (
        <li key={text} className="flex gap-2">
          <StatusGlyph status={isGood ? 'passed' : 'attention'} />
          <span>
            <span className="sr-only">{isGood ? 'Good: ' : 'Mind: '}</span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}

function databaseCheck(version: string): Check {
  return { isGood: true, text: `Database: PostgreSQL ${version.split(' ')[0] ?? ''} answers.` };
}

function graderCheck(graders: number): Check {
  if (graders === 0)
    return {
      isGood: false,
      text: 'No grader is connected: submissions would wait. Reload in a few seconds.',
    };
  return {
    isGood: true,
    text: graders === 1 ? 'Grader: one is connected.' : `Graders: ${graders} are connected.`,
  };
}

function addressCheck(host: string | null): Check {
  const { protocol, host: expected } = new URL(env.APP_URL);
  if (host !== null && host !== expected)
    return {
      isGood: false,
      text: `You came by ${host}, but APP_URL is ${env.APP_URL}: set it to the address people type.`,
    };
  if (protocol === 'https:') return { isGood: true, text: `Address: ${env.APP_URL}` };
  return {
    isGood: false,
    text: `Address: ${env.APP_URL}. Fine on this machine; over http, others on the network could read passwords.`,
  };
}

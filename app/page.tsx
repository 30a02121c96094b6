import { redirect } from 'next/navigation';
import type { ReactElement, ReactNode } from 'react';
import { Overlap } from './_components/shell/overlap.tsx';
import { LinkButton } from './_components/ui/button.tsx';
import { getDatabase } from './_data/database.ts';
import { findSessionUser } from './_data/session.ts';
import { isSetupOpen } from './_data/setup.ts';

export default async function LandingPage(): Promise<ReactElement> {
  if ((await findSessionUser()) !== null) redirect('/home');
  const isNew = await isSetupOpen(getDatabase());
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-12 sm:px-6 sm:py-20">
      <h1 className="max-w-[20ch] text-4xl font-semibold tracking-tight text-balance sm:text-5xl">
        See where your async code waits
      </h1>
      <p className="mt-4 max-w-[60ch] text-base text-muted sm:text-lg">
        Exercises for asynchronous JavaScript and TypeScript. Your code runs under a virtual clock: every
        call, timer and promise is recorded, and judged to the exact millisecond.
      </p>
      <p className="mt-6 flex flex-wrap gap-3">
        <LinkButton look="primary" href={isNew ? '/setup' : '/login'} className="min-h-10 px-5">
          {isNew ? 'Set up' : 'Sign in'}
        </LinkButton>
      </p>
      <Overlap />
      <ul className="mt-12 grid gap-6 sm:grid-cols-3 sm:gap-8">
        <Point title="The difference, in a sentence">
          When a call starts too late, you read which one, by how much, and what it waited for.
        </Point>
        <Point title="No waiting, no luck">
          A two-second timeout is over at once, and the same code gets the same verdict every time.
        </Point>
        <Point title="A class at a glance">
          Students join with a link. Instructors see who passed what, and read every submission.
        </Point>
      </ul>
    </div>
  );
}

function Point({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <li>
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="mt-1 text-muted">{children}</p>
    </li>
  );
}

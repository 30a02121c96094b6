import Link from 'next/link';
import type { ReactElement } from 'react';
import type { SessionUser } from '#app/_data/session.ts';
import { chooseTheme } from './actions.ts';
import { Logo } from './logo.tsx';
import { NavLink } from './nav-link.tsx';
import { ThemeToggle } from './theme-toggle.tsx';
import { UserMenu } from './user-menu.tsx';

/** What is always at hand. It hides what a user may not open; the pages themselves refuse it. */
export function Header({ user }: { user: SessionUser | null }): ReactElement {
  return (
    <header className="sticky top-0 z-20 flex h-12 items-stretch gap-2 border-b border-hairline bg-surface px-3 sm:px-4">
      <Link
        href={user === null ? '/' : '/home'}
        className="flex items-center gap-2 pr-1 font-semibold tracking-tight text-text no-underline"
      >
        <Logo />
        <span className={user === null ? '' : 'sr-only sm:not-sr-only'}>Interleave</span>
      </Link>
      <nav aria-label="Main" className="flex min-w-0 flex-1 items-stretch overflow-x-auto">
        {user === null ? null : <UserLinks user={user} />}
      </nav>
      <div className="flex items-center gap-1">
        <ThemeToggle save={chooseTheme} />
        {user === null ? (
          <NavLink href="/login" label="Sign in" />
        ) : (
          <UserMenu name={user.name} email={user.email} />
        )}
      </div>
    </header>
  );
}

function UserLinks({ user }: { user: SessionUser }): ReactElement {
  return (
    <>
      <NavLink href="/exercises" label="Exercises" />
      <NavLink href="/classes" label="Classes" />
      {user.role === 'ADMINISTRATOR' ? <NavLink href="/admin/users" label="Users" /> : null}
    </>
  );
}

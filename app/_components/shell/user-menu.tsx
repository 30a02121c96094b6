import { ChevronDown, CircleUser } from 'lucide-react';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { signOut } from './actions.ts';

const item =
  'block w-full cursor-pointer rounded-md px-3 py-1.5 text-left text-text no-underline hover:bg-raised focus-visible:bg-raised';

/** A native popover: closes with Escape or a click elsewhere, and needs no script of ours. */
export function UserMenu({ name, email }: { name: string; email: string }): ReactElement {
  return (
    <>
      <button
        type="button"
        popoverTarget="user-menu"
        className="inline-flex h-8 max-w-44 cursor-pointer items-center gap-1 rounded-md px-2 hover:bg-raised"
      >
        <CircleUser size={18} aria-hidden className="shrink-0 text-muted sm:hidden" />
        <span className="sr-only truncate sm:not-sr-only">{name}</span>
        <ChevronDown size={14} aria-hidden className="shrink-0 text-muted" />
      </button>
      <div
        id="user-menu"
        popover="auto"
        className="fixed inset-auto top-12 right-2 m-0 w-60 rounded-lg border border-line bg-surface p-1 text-text"
      >
        <div className="mb-1 border-b border-hairline px-3 py-2">
          <p className="truncate font-medium">{name}</p>
          <p className="truncate text-muted">{email}</p>
        </div>
        <Link href="/settings" className={item}>
          Settings
        </Link>
        <form action={signOut}>
          <button type="submit" className={item}>
            Sign out
          </button>
        </form>
      </div>
    </>
  );
}

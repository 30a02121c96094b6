'use client';
import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactElement } from 'react';

/** A link of the header that says when it is where we are, and when its page is still coming. */
export function NavLink({ href, label }: { href: string; label: string }): ReactElement {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={path === href ? 'page' : isHere ? 'true' : undefined}
      className="relative inline-flex h-full items-center px-2.5 text-muted no-underline hover:text-text aria-[current]:font-medium aria-[current]:text-text aria-[current]:shadow-[inset_0_-2px_0_var(--link)]"
    >
      {label}
      <Pending />
    </Link>
  );
}

function Pending(): ReactElement {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden
      className={`absolute inset-x-2.5 bottom-0 h-0.5 bg-link transition-opacity delay-200 ${pending ? 'opacity-60' : 'opacity-0'}`}
    />
  );
}

import Link from 'next/link';
import type { ReactElement } from 'react';

/** The way up from this page, nearest last. */
export function Breadcrumb({ trail }: { trail: { href: string; label: string }[] }): ReactElement {
  return (
    <nav aria-label="Breadcrumb" className="mb-2">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-muted">
        {trail.map(({ href, label }) => (
          <li key={href} className="flex items-center gap-x-1.5">
            <Link href={href} className="inline-block py-0.5 text-muted hover:text-text">
              {label}
            </Link>
            <span aria-hidden>›</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

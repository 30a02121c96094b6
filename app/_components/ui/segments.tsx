import Link from 'next/link';
import type { ReactElement } from 'react';

type Segment = { href: string; label: string; isCurrent: boolean };

/** A choice of views as links: it works without script, and its state is the address. */
export function Segments({ label, segments }: { label: string; segments: Segment[] }): ReactElement {
  return (
    <nav aria-label={label}>
      <ul className="inline-flex flex-wrap rounded-md border border-line">
        {segments.map(({ href, label: text, isCurrent }) => (
          <li
            key={href}
            className="border-line not-last:border-r [&:first-child>a]:rounded-l-[5px] [&:last-child>a]:rounded-r-[5px]"
          >
            <Link
              href={href}
              scroll={false}
              aria-current={isCurrent ? 'true' : undefined}
              className="inline-flex min-h-8 items-center px-3 text-text no-underline hover:bg-raised aria-[current]:bg-raised aria-[current]:font-medium aria-[current]:shadow-[inset_0_-2px_0_var(--link)]"
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { ReactElement, ReactNode } from 'react';

/** A bordered part of a page with a heading of its own. */
export function Card({
  title,
  about,
  children,
}: {
  title: string;
  about?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <section className="rounded-lg border border-hairline bg-surface p-4 sm:p-5">
      <h2 className="text-base font-semibold">{title}</h2>
      {about === undefined ? null : <div className="mt-1 text-muted">{about}</div>}
      <div className="mt-4">{children}</div>
    </section>
  );
}

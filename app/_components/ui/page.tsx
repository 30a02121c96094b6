import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

const widths = { narrow: 'max-w-md', text: 'max-w-3xl', wide: 'max-w-6xl', full: 'max-w-none' };

type PageProps = { width?: keyof typeof widths; children: ReactNode };

/** The column that a page's content stands in. */
export function Page({ width = 'wide', children }: PageProps): ReactElement {
  return (
    <div className={classNames('mx-auto w-full px-4 py-6 sm:px-6 sm:py-8', widths[width])}>{children}</div>
  );
}

type HeadingProps = { title: string; children?: ReactNode; actions?: ReactNode };

/** The page's one h1, what it is about, and what can be done here. */
export function PageHeading({ title, children, actions }: HeadingProps): ReactElement {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        {children === undefined ? null : <div className="mt-1 text-muted">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

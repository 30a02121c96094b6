import type { ReactElement, ReactNode } from 'react';

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode };

/** What a list says while it is empty: what belongs here, and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps): ReactElement {
  return (
    <div className="rounded-lg border border-dashed border-line px-6 py-10 text-center">
      <p className="text-base font-medium">{title}</p>
      {children === undefined ? null : <div className="mx-auto mt-1 max-w-[60ch] text-muted">{children}</div>}
      {action === undefined ? null : <div className="mt-4 flex justify-center gap-2">{action}</div>}
    </div>
  );
}

'use client';
import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';

/** What a page shows when it could not be made. The reference stands in the server's log, beside the error. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }): ReactElement {
  const digest =
    typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : null;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8 sm:px-6">
      <div role="alert" className="rounded-lg border border-dashed border-line px-6 py-10 text-center">
        <h1 className="text-base font-medium">This page could not be shown</h1>
        <p className="mt-1 text-muted">It is our fault, and nothing of yours is lost.</p>
        {digest === null ? null : (
          <p className="mt-1 text-muted">
            Reference for the administrator: <code className="font-mono text-text">{digest}</code>
          </p>
        )}
        <div className="mt-4">
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
        </div>
      </div>
    </div>
  );
}

'use client';
import type { ReactElement } from 'react';
import { Failure } from './_components/shell/failure.tsx';
import './globals.css';

/** Stands in for the layout itself, so it knows neither the user nor their theme. */
export default function GlobalErrorPage(props: { error: unknown; retry: () => void }): ReactElement {
  return (
    <html lang="en" data-theme="system">
      <body className="min-h-dvh bg-surface font-sans text-text antialiased">
        <title>Failure · Interleave</title>
        <main>
          <Failure {...props} />
        </main>
      </body>
    </html>
  );
}

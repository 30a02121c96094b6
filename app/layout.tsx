import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactElement, ReactNode } from 'react';
import { THEME_COOKIE } from '#app/_config/theme.ts';
import { findSessionUser, toTheme } from '#app/_data/session.ts';
import { Header } from './_components/shell/header.tsx';
import { TimeZone } from './_components/shell/time-zone.tsx';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Interleave', template: '%s · Interleave' },
  description: 'Graded exercises for asynchronous JavaScript and TypeScript, judged under a virtual clock.',
};
export const viewport: Viewport = { colorScheme: 'light dark' };

/** The frame of every page. It only shows who is signed in; every page and action decides for itself who may pass. */
export default async function RootLayout({ children }: { children: ReactNode }): Promise<ReactElement> {
  const user = await findSessionUser();
  const theme = user?.theme ?? toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    // The toggle changes data-theme in the browser before the server knows of it.
    <html
      lang="en"
      data-theme={theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body className="flex min-h-dvh flex-col bg-surface font-sans text-text antialiased">
        <a
          href="#main"
          className="sr-only rounded-md bg-link px-3 py-1.5 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-30"
        >
          Skip to the content
        </a>
        <Header user={user} />
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
        <TimeZone />
      </body>
    </html>
  );
}

'use client';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '#app/_components/ui/button.tsx';
import { Notice } from '#app/_components/ui/notice.tsx';
import { startProviderSignIn } from './sign-in-request.ts';

type ProviderButtonsProps = {
  providers: { id: string; name: string }[];
  next: string;
  /** Keeps what the way back needs, before the browser leaves. */
  prepare?: () => Promise<void>;
};

/** The sign-ins that the installation has beside the password; nothing if there are none. */
export function ProviderButtons({ providers, next, prepare }: ProviderButtonsProps): ReactElement | null {
  const [error, setError] = useState<string | null>(null);
  if (providers.length === 0) return null;
  const start = async (provider: string): Promise<void> => {
    await prepare?.();
    const answer = await startProviderSignIn(provider, next);
    if (answer.ok) window.location.assign(answer.url);
    else setError(answer.message);
  };
  return (
    <div className="mt-4 grid gap-3 border-t border-hairline pt-4">
      {providers.map(({ id, name }) => (
        <Button key={id} onClick={() => void start(id)} className="min-h-9">
          Continue with {name}
        </Button>
      ))}
      {error === null ? null : <Notice kind="fail">{error}</Notice>}
    </div>
  );
}

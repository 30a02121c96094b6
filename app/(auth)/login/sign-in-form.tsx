'use client';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '#app/_components/ui/button.tsx';
import { Field } from '#app/_components/ui/field.tsx';
import { Notice } from '#app/_components/ui/notice.tsx';
import { signInWithPassword } from '../sign-in-request.ts';

/** Leaves by a full page load, so that nothing made for the visitor before is shown to the user. */
export function SignInForm({ next }: { next: string }): ReactElement {
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const [isShown, setShown] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const send = async (form: FormData): Promise<void> => {
    setPending(true);
    setError(null);
    const answer = await signInWithPassword(textOf(form, 'email'), textOf(form, 'password'));
    if (answer.ok) return window.location.assign(next);
    setError(answer.message);
    setPending(false);
    password.current?.select();
  };
  return (
    <form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget));
      }}
    >
      <Field name="email" label="E-mail" type="email" autoComplete="username" required spellCheck={false} />
      <div className="relative">
        <Field
          ref={password}
          name="password"
          label="Password"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          required
        />
        <button
          type="button"
          onClick={() => setShown(!isShown)}
          aria-pressed={isShown}
          aria-label="Show password"
          className="absolute top-0 right-0 min-h-6 cursor-pointer px-1 text-link"
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      </div>
      {error === null ? null : (
        <Notice kind="fail" live>
          {error}
        </Notice>
      )}
      <Button type="submit" look="primary" disabled={isPending} aria-busy={isPending} className="min-h-9">
        Sign in
      </Button>
    </form>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

'use client';
import { Check, Copy } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from './button.tsx';

/** A value to hand on, with a button that copies it. Where copying is not allowed, it is selected instead. */
export function CopyBox({ label, value }: { label: string; value: string }): ReactElement {
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Only https and localhost have a clipboard.
      document.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.select();
    }
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-8 w-full min-w-0 rounded-md border border-line bg-raised px-2.5 font-mono text-text"
        />
        <Button onClick={() => void copy()}>
          {isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
        </Button>
      </div>
    </div>
  );
}

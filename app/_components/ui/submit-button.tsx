'use client';
import type { ComponentProps, ReactElement } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button.tsx';

/** The button of a form; while the form is on its way it cannot be pressed again. */
export function SubmitButton({
  disabled,
  ...rest
}: Omit<ComponentProps<typeof Button>, 'type'>): ReactElement {
  const { pending } = useFormStatus();
  return <Button type="submit" disabled={disabled === true || pending} aria-busy={pending} {...rest} />;
}

import Link from 'next/link';
import type { ComponentProps, ReactElement } from 'react';
import { classNames } from './class-names.ts';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const base =
  'inline-flex min-h-8 cursor-pointer items-center justify-center gap-1.5 rounded-md border px-3 py-1 font-medium whitespace-nowrap no-underline select-none disabled:cursor-default disabled:opacity-60';

const looks: Record<ButtonLook, string> = {
  primary: 'border-link bg-link text-on-accent enabled:hover:brightness-110 [a&]:hover:brightness-110',
  secondary: 'border-line bg-surface text-text hover:bg-raised',
  quiet: 'border-transparent bg-transparent text-text hover:bg-raised',
  danger: 'border-fail bg-surface text-fail hover:bg-raised',
};

/** The classes of a button, for elements that only look like one. */
export function buttonClasses(look: ButtonLook, className?: string): string {
  return classNames(base, looks[look], className);
}

type ButtonProps = ComponentProps<'button'> & { look?: ButtonLook };

export function Button({
  look = 'secondary',
  type = 'button',
  className,
  ...rest
}: ButtonProps): ReactElement {
  return <button type={type} className={buttonClasses(look, className)} {...rest} />;
}

type LinkButtonProps = ComponentProps<typeof Link> & { look?: ButtonLook };

export function LinkButton({ look = 'secondary', className, ...rest }: LinkButtonProps): ReactElement {
  return <Link className={buttonClasses(look, className)} {...rest} />;
}

import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

const control =
  'min-h-9 w-full rounded-md border border-line bg-surface px-2.5 py-1.5 text-base text-text placeholder:text-muted aria-invalid:border-fail disabled:bg-raised sm:text-sm';

type FieldFrame = { id: string; label: string; hint?: ReactNode | undefined; error?: string | undefined };

/** The ids of what explains a control, for `aria-describedby`; undefined when nothing does. */
function describedBy({ id, hint, error }: FieldFrame): string | undefined {
  const ids = [error === undefined ? null : `${id}-error`, hint === undefined ? null : `${id}-hint`];
  return ids.filter((item) => item !== null).join(' ') || undefined;
}

function Frame({ id, label, hint, error, children }: FieldFrame & { children: ReactNode }): ReactElement {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="text-fail">
          {error}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

type FieldProps = Omit<ComponentProps<'input'>, 'id' | 'name'> &
  Omit<FieldFrame, 'id'> & { name: string; id?: string };

/** A labelled input with its hint and its error beside it. */
export function Field({ label, hint, error, name, id = name, className, ...rest }: FieldProps): ReactElement {
  const frame = { id, label, hint, error };
  return (
    <Frame {...frame}>
      <input
        id={id}
        name={name}
        className={classNames(control, className)}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(frame)}
        {...rest}
      />
    </Frame>
  );
}

type SelectProps = Omit<ComponentProps<'select'>, 'id' | 'name'> &
  Omit<FieldFrame, 'id'> & { name: string; id?: string };

export function SelectField({
  label,
  hint,
  error,
  name,
  id = name,
  className,
  ...rest
}: SelectProps): ReactElement {
  const frame = { id, label, hint, error };
  return (
    <Frame {...frame}>
      <select
        id={id}
        name={name}
        className={classNames(control, className)}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(frame)}
        {...rest}
      />
    </Frame>
  );
}

'use client';
import { startTransition, useActionState, useEffect, useRef } from 'react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';
import type { ButtonLook } from './button.tsx';
import { CopyBox } from './copy-box.tsx';
import { Field, SelectField } from './field.tsx';
import { emptyForm } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { Notice } from './notice.tsx';

export type FieldSpec = Pick<
  ComponentProps<'input'>,
  | 'type'
  | 'autoComplete'
  | 'required'
  | 'minLength'
  | 'maxLength'
  | 'min'
  | 'max'
  | 'placeholder'
  | 'defaultValue'
  | 'inputMode'
  | 'autoFocus'
  | 'spellCheck'
> & {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Makes it a list to choose from. */
  options?: { value: string; label: string }[];
  /** Makes it a tick. */
  tick?: boolean;
};

type ActionFormProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  fields: FieldSpec[];
  submit: string;
  look?: ButtonLook;
  layout?: 'column' | 'row';
  children?: ReactNode;
};

/**
 * A form for a Server Action: errors beside their fields, focus on the first, values kept.
 * It is sent by hand, since a form with an action is emptied by React afterwards; without script it still works.
 */
export function ActionForm({
  action,
  fields,
  submit,
  look = 'primary',
  layout = 'column',
  children,
}: ActionFormProps): ReactElement {
  const [state, send, isPending] = useActionState(action, emptyForm);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    if (state.message?.kind === 'pass') form.current?.reset();
  }, [state]);
  return (
    <form
      ref={form}
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        startTransition(() => send(data));
      }}
      className="grid gap-4"
      noValidate
    >
      <div
        className={
          layout === 'row'
            ? 'grid items-start gap-4 sm:grid-cols-[repeat(auto-fit,minmax(10rem,1fr))]'
            : 'grid gap-4'
        }
      >
        {fields.map((field) => (
          <Control key={field.name} spec={field} state={state} />
        ))}
      </div>
      {children}
      {state.message === undefined ? null : (
        <Notice kind={state.message.kind} live>
          {state.message.text}
        </Notice>
      )}
      {state.secret === undefined ? null : <CopyBox {...state.secret} />}
      <div>
        <Button type="submit" look={look} disabled={isPending} aria-busy={isPending}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

function Control({ spec, state }: { spec: FieldSpec; state: FormState }): ReactElement {
  const { options, tick, defaultValue, ...rest } = spec;
  const value = state.values[spec.name] ?? defaultValue;
  const error = state.errors[spec.name];
  if (tick === true) return <Tick spec={spec} isTicked={value === 'on'} />;
  if (options === undefined) return <Field {...rest} error={error} defaultValue={value} />;
  return (
    <SelectField name={spec.name} label={spec.label} hint={spec.hint} error={error} defaultValue={value}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </SelectField>
  );
}

function Tick({ spec, isTicked }: { spec: FieldSpec; isTicked: boolean }): ReactElement {
  return (
    <label className="flex items-start gap-2.5">
      <input
        type="checkbox"
        name={spec.name}
        defaultChecked={isTicked}
        className="mt-0.5 size-4 accent-link"
      />
      <span>
        <span className="font-medium">{spec.label}</span>
        {spec.hint === undefined ? null : <span className="block text-muted">{spec.hint}</span>}
      </span>
    </label>
  );
}

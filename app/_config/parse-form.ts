import type { z } from 'zod';
import type { FormState } from '#app/_components/ui/form-state.ts';

export type ParsedForm<Output> =
  { ok: true; data: Output; values: Record<string, string> } | { ok: false; state: FormState };

/** Checks a form against its schema: one message per wrong field, and what was typed, passwords left out. */
export function parseForm<Output>(schema: z.ZodType<Output>, form: FormData): ParsedForm<Output> {
  const typed = Object.fromEntries([...form].filter((entry): entry is [string, string] => isTyped(entry)));
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !/password|token/i.test(name)));
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, data: parsed.data, values };
  return { ok: false, state: { values, errors: firstErrors(parsed.error) } };
}

/** React's own fields, `$ACTION_…`, are not the user's. */
function isTyped([name, value]: [string, FormDataEntryValue]): boolean {
  return typeof value === 'string' && !name.startsWith('$');
}

function firstErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0] ?? '')] ??= message;
  return errors;
}

'use server';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { refused } from '#app/_components/ui/form-state.ts';
import type { FormState } from '#app/_components/ui/form-state.ts';
import { emailField, nameField, newPasswordField } from '#app/_config/form-fields.ts';
import { parseForm } from '#app/_config/parse-form.ts';
import { getDatabase } from '#app/_data/database.ts';
import { hashPassword } from '#app/_data/password.ts';
import { issueSession } from '#app/_data/session-token.ts';
import { allowSetupTry } from '#app/_data/sign-in-limits.ts';
import { completeSetup, isSetupOpen } from '#app/_data/setup.ts';
import { enqueueDemo } from '#app/_grading/enqueue.ts';

const schema = z.object({
  token: z.string().trim().min(1, 'Enter the set-up token.').max(100, 'That is not a set-up token.'),
  name: nameField,
  email: emailField,
  password: newPasswordField,
  demo: z.literal('on').optional(),
});

/** Open to whoever holds the token, once; the token is checked and the set-up closed in one transaction. */
export async function setUp(_: FormState, form: FormData): Promise<FormState> {
  const database = getDatabase();
  if (!(await isSetupOpen(database))) notFound();
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed.state;
  if (!(await allowSetupTry())) return refused(parsed.values, 'Too many tries. Try again in a minute.');
  const { token, name, email, password, demo } = parsed.data;
  const passwordHash = await hashPassword(password);
  const request = { token, name, email, passwordHash, now: new Date() };
  const result = await completeSetup(database, demo === 'on' ? { ...request, also: enqueueDemo } : request);
  if (result.outcome === 'closed') notFound();
  if (result.outcome !== 'done') return { values: parsed.values, errors: refusals[result.outcome] };
  await issueSession(result);
  return redirect('/home');
}

const refusals = {
  'wrong-token': { token: 'This is not the token in the terminal.' },
  'email-taken': { email: 'This e-mail address has an account already. Use another one.' },
} satisfies Record<string, FormState['errors']>;

'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { refused } from '#app/_components/ui/form-state.ts';
import type { FormState } from '#app/_components/ui/form-state.ts';
import { emailField, nameField, newPasswordField } from '#app/_config/form-fields.ts';
import { parseForm } from '#app/_config/parse-form.ts';
import { getDatabase } from '#app/_data/database.ts';
import { findOpenJoinLink } from '#app/_data/join-links.ts';
import { hashPassword } from '#app/_data/password.ts';
import { registerAndJoin } from '#app/_data/registration.ts';
import { issueSession } from '#app/_data/session-token.ts';
import { allowRegistration, clientAddress } from '#app/_data/sign-in-limits.ts';
import { joinRefusals } from '../join/refusals.ts';

const schema = z.object({ name: nameField, email: emailField, password: newPasswordField });

/** Open to whoever holds an open join link: it is looked at before any hashing, and again in the transaction. */
export async function register(code: string, _: FormState, form: FormData): Promise<FormState> {
  const database = getDatabase();
  const now = new Date();
  if ((await findOpenJoinLink(database, code, now)) === null)
    return refused({}, 'This join link lets nobody in any more. Ask your instructor for a new one.');
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed.state;
  if (!(await allowRegistration(clientAddress(await headers()))))
    return refused(parsed.values, 'Too many accounts from one place. Try again in an hour.');
  const { name, email, password } = parsed.data;
  const result = await registerAndJoin(database, {
    code,
    name,
    email,
    passwordHash: await hashPassword(password),
    now,
  });
  if (result.outcome === 'email-taken')
    return refused(parsed.values, 'This e-mail address has an account already. Sign in with it to join.');
  if (result.outcome !== 'done') return refused(parsed.values, joinRefusals[result.outcome]);
  await issueSession(result);
  return redirect('/home?joined=now');
}

'use server';
import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { accepted } from '#app/_components/ui/form-state.ts';
import type { FormState } from '#app/_components/ui/form-state.ts';
import { emailField, nameField } from '#app/_config/form-fields.ts';
import { parseForm } from '#app/_config/parse-form.ts';
import { getDatabase } from '#app/_data/database.ts';
import { hashPassword, temporaryPassword } from '#app/_data/password.ts';
import { requireAdministrator } from '#app/_data/session.ts';
import { normalizeEmail } from '#app/_data/sign-in.ts';
import { changeAccount, createAccount, resetPassword } from '#app/_data/users.ts';
import type { AccountChange } from '#app/_data/users.ts';

const person = z.object({ name: nameField, email: emailField, role: z.enum(['INSTRUCTOR', 'MEMBER']) });
const accountChange = z.enum(['make-instructor', 'make-member', 'disable', 'enable', 'sign-out']);

export async function addPerson(_: FormState, form: FormData): Promise<FormState> {
  const { id: actorId } = await requireAdministrator();
  const parsed = parseForm(person, form);
  if (!parsed.ok) return parsed.state;
  const { name, role } = parsed.data;
  const email = normalizeEmail(parsed.data.email);
  const password = temporaryPassword();
  const isNew = await createAccount(getDatabase(), {
    actorId,
    name,
    email,
    role,
    passwordHash: await hashPassword(password),
  });
  if (!isNew)
    return { values: parsed.values, errors: { email: 'This e-mail address has an account already.' } };
  revalidatePath('/admin/users');
  return {
    ...accepted(`${name} can sign in as ${email}.`),
    secret: { label: 'Password, shown once', value: password },
  };
}

export async function change(userId: string, wanted: AccountChange): Promise<void> {
  const { id: actorId } = await requireAdministrator();
  const parsed = accountChange.parse(wanted); // the browser sends it back: it may be anything
  if (!(await changeAccount(getDatabase(), { actorId, userId, change: parsed, now: new Date() }))) notFound();
  revalidatePath('/admin/users');
}

export async function giveNewPassword(userId: string): Promise<FormState> {
  const { id: actorId } = await requireAdministrator();
  const password = temporaryPassword();
  const name = await resetPassword(getDatabase(), {
    actorId,
    userId,
    passwordHash: await hashPassword(password),
  });
  if (name === null) notFound();
  return {
    ...accepted(`${name} has a new password.`),
    secret: { label: 'Password, shown once', value: password },
  };
}

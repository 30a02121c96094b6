'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { accepted } from '#app/_components/ui/form-state.ts';
import type { FormState } from '#app/_components/ui/form-state.ts';
import { nameField, newPasswordField } from '#app/_config/form-fields.ts';
import { parseForm } from '#app/_config/parse-form.ts';
import { getDatabase } from '#app/_data/database.ts';
import { hashPassword, verifyPassword } from '#app/_data/password.ts';
import { clearSession, issueSession } from '#app/_data/session-token.ts';
import { requireUser } from '#app/_data/session.ts';
import { allowPasswordTry } from '#app/_data/sign-in-limits.ts';
import {
  changeOwnPassword,
  findPasswordHash,
  saveName,
  saveTheme,
  signOutEverywhere,
} from '#app/_data/users.ts';

export async function rename(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser();
  const parsed = parseForm(z.object({ name: nameField }), form);
  if (!parsed.ok) return parsed.state;
  await saveName(getDatabase(), user.id, parsed.data.name);
  revalidatePath('/', 'layout');
  return accepted('Your name is saved.', parsed.values);
}

export async function changeTheme(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser();
  const parsed = parseForm(z.object({ theme: z.enum(['light', 'dark', 'system']) }), form);
  if (!parsed.ok) return parsed.state;
  await saveTheme(getDatabase(), user.id, parsed.data.theme);
  revalidatePath('/', 'layout');
  return accepted('The appearance is saved.', parsed.values);
}

const passwords = z.object({
  currentPassword: z.string().max(1000).default(''),
  newPassword: newPasswordField,
});

/** Ends every other session; this browser gets a new token. */
export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireUser();
  const parsed = parseForm(passwords, form);
  if (!parsed.ok) return parsed.state;
  const { currentPassword, newPassword } = parsed.data;
  const kept = await findPasswordHash(getDatabase(), user.id);
  if (kept !== null && !(await allowPasswordTry(user.id)))
    return { values: {}, errors: { currentPassword: 'Too many tries. Try again in 15 minutes.' } };
  if (kept !== null && !(await verifyPassword(currentPassword, kept)))
    return { values: {}, errors: { currentPassword: 'This is not your current password.' } };
  const sessionVersion = await changeOwnPassword(getDatabase(), user.id, await hashPassword(newPassword));
  await issueSession({ userId: user.id, sessionVersion });
  return accepted('Your password is changed. Every other device is signed out.');
}

export async function signOutOfAll(): Promise<void> {
  const user = await requireUser();
  await signOutEverywhere(getDatabase(), user.id);
  await clearSession();
  redirect('/login');
}

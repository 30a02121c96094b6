'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '#app/_components/ui/form-state.ts';
import { nameField } from '#app/_config/form-fields.ts';
import { parseForm } from '#app/_config/parse-form.ts';
import { createClassroom } from '#app/_data/classrooms.ts';
import { getDatabase } from '#app/_data/database.ts';
import { requireClassCreator } from '#app/_data/session.ts';

const schema = z.object({ name: nameField });

export async function create(_: FormState, form: FormData): Promise<FormState> {
  const user = await requireClassCreator();
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed.state;
  const id = await createClassroom(getDatabase(), { actorId: user.id, name: parsed.data.name });
  return redirect(`/classes/${id}/invite`);
}

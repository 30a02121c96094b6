'use server';
import { cookies } from 'next/headers';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { accepted } from '#app/_components/ui/form-state.ts';
import type { FormState } from '#app/_components/ui/form-state.ts';
import { endOfDay } from '#app/_config/end-of-day.ts';
import { parseForm } from '#app/_config/parse-form.ts';
import { TIME_ZONE_COOKIE, toTimeZone } from '#app/_config/time-zone.ts';
import { getDatabase } from '#app/_data/database.ts';
import { createJoinLink, revokeJoinLink } from '#app/_data/join-links.ts';
import { requireInstructor } from '#app/_data/session.ts';

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

const schema = z.object({
  until: z
    .string()
    .refine((text) => text === '' || isDay(text), 'Enter a day, such as 2027-01-31.')
    .default(''),
  maximum: z
    .string()
    .regex(/^(?:[1-9]\d{0,3})?$/, 'Enter a whole number from 1 to 9999, or leave it empty.')
    .default(''),
});

export async function makeLink(classroomId: string, _: FormState, form: FormData): Promise<FormState> {
  const { user, classroom } = await requireInstructor(classroomId);
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return parsed.state;
  const { until, maximum } = parsed.data;
  const zone = toTimeZone((await cookies()).get(TIME_ZONE_COOKIE)?.value);
  const expiresAt = until === '' ? null : endOfDay(until, zone);
  if (expiresAt !== null && expiresAt <= new Date())
    return { values: parsed.values, errors: { until: 'That day is over. Choose a later one.' } };
  await createJoinLink(getDatabase(), {
    classroomId: classroom.id,
    actorId: user.id,
    expiresAt,
    maximumUses: maximum === '' ? null : Number(maximum),
  });
  revalidatePath(`/classes/${classroom.id}/invite`);
  return accepted('The link is ready. Copy it above and share it.');
}

export async function revoke(classroomId: string, linkId: string): Promise<void> {
  const { user, classroom } = await requireInstructor(classroomId);
  await revokeJoinLink(getDatabase(), {
    classroomId: classroom.id,
    linkId,
    actorId: user.id,
    now: new Date(),
  });
  revalidatePath(`/classes/${classroom.id}/invite`);
}

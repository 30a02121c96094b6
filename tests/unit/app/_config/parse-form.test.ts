import { expect, test } from 'vitest';
import { z } from 'zod';
import { emailField, newPasswordField } from '#app/_config/form-fields.ts';
import { parseForm } from '#app/_config/parse-form.ts';

const schema = z.object({ email: emailField, password: newPasswordField });

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('each wrong field gets one sentence, and what was typed comes back without the password', () => {
  expect(parseForm(schema, formOf({ email: 'nope', password: 'short', $ACTION_ID: 'x' }))).toEqual({
    ok: false,
    state: {
      values: { email: 'nope' },
      errors: {
        email: 'Enter an e-mail address, such as ada@example.org.',
        password: 'Use at least 10 characters; a few words are easy to remember.',
      },
    },
  });
});

test('a right form gives its data, with spaces around the e-mail gone', () => {
  const parsed = parseForm(schema, formOf({ email: ' ada@example.org ', password: 'correct horse' }));
  expect(parsed).toMatchObject({ ok: true, data: { email: 'ada@example.org', password: 'correct horse' } });
});

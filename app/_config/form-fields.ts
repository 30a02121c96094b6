import { z } from 'zod';

const PASSWORD_MINIMUM = 10;
const PASSWORD_MAXIMUM = 200;

/** The fields that several forms share, each with the sentence that says what is expected. */
export const emailField = z
  .string()
  .trim()
  .max(254, 'An e-mail address has at most 254 characters.')
  .pipe(z.email('Enter an e-mail address, such as ada@example.org.'));

export const nameField = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(100, 'A name has at most 100 characters.');

export const newPasswordField = z
  .string()
  .min(PASSWORD_MINIMUM, `Use at least ${PASSWORD_MINIMUM} characters; a few words are easy to remember.`)
  .max(PASSWORD_MAXIMUM, `Use at most ${PASSWORD_MAXIMUM} characters.`);

/** What a form shows after it was sent: the values again, what is wrong with each, and one sentence on the whole. */
export type FormState = {
  values: Record<string, string>;
  errors: Record<string, string>;
  message?: { kind: 'pass' | 'fail'; text: string };
  /** Something to show once and to copy, such as a new password. */
  secret?: { label: string; value: string };
};

export const emptyForm: FormState = { values: {}, errors: {} };

/** A form that was refused as a whole. */
export function refused(values: Record<string, string>, text: string): FormState {
  return { values, errors: {}, message: { kind: 'fail', text } };
}

/** A form that did its work and stays on the page, empty unless `values` are given. */
export function accepted(text: string, values: Record<string, string> = {}): FormState {
  return { values, errors: {}, message: { kind: 'pass', text } };
}

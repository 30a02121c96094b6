/** Something the operator can put right. Its message is for people: one sentence, no stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code = 'START';
}

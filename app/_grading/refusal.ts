/** Why an attempt is not accepted, and the status that says so over HTTP. */
const STATUS_OF = {
  NO_SUCH_EXERCISE: 404,
  NO_SUCH_ATTEMPT: 404,
  TOO_LATE: 409,
  FILES: 422,
  TOO_MANY_QUEUED: 429,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof STATUS_OF;

/** The message is one sentence for the person who asked. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly code: RefusalCode;
  /** Field of the request body at fault, where there is one. */
  readonly field: string | undefined;

  constructor(code: RefusalCode, message: string, field?: string) {
    super(message);
    this.code = code;
    this.field = field;
  }

  get status(): number {
    return STATUS_OF[this.code];
  }
}

// What every changing request must satisfy before its body is read.

/** A request that is refused, with its status and one sentence. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: 403 | 413 | 415 | 422;
  readonly fields: { [field: string]: string } | undefined;

  constructor(status: RequestError['status'], message: string, fields?: { [field: string]: string }) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

/**
 * Refuses requests that another site's page made in the student's browser. Browsers send `Origin` with every POST, so a
 * request that carries neither header does not come from our pages.
 *
 * @param appUrl Public address of this installation; the request's own `Host` is accepted too.
 * @throws RequestError 403
 */
export function checkOrigin(request: Request, appUrl: string): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const foreign = site !== null && site !== 'same-origin';
  if (foreign || !(isOwnOrigin(origin, request, appUrl) || (origin === null && site === 'same-origin'))) {
    throw new RequestError(403, 'This request comes from another site and was refused.');
  }
}

function isOwnOrigin(origin: string | null, request: Request, appUrl: string): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return origin === new URL(appUrl).origin || host === request.headers.get('host');
}

/** @throws RequestError 415 */
export function checkIsJson(request: Request): void {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return;
  throw new RequestError(415, `The body must be application/json, not ${type ?? 'of no type'}.`);
}

/**
 * Reads the body up to a limit, whatever its `Content-Length` says.
 *
 * @throws RequestError 413 where it is larger, 422 where it is not JSON.
 */
export async function readJson(request: Request, maximumBytes: number): Promise<unknown> {
  const text = await readText(request, maximumBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(422, 'The body is not valid JSON.');
  }
}

async function readText(request: Request, maximumBytes: number): Promise<string> {
  const tooLarge = new RequestError(413, `The request is larger than ${Math.floor(maximumBytes / 1024)} KB.`);
  if (Number(request.headers.get('content-length') ?? 0) > maximumBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

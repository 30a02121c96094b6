// The wrapper of every Route Handler: who asks, from where, with what, how often. A handler behind it holds only the
// one thing it does.
import type { z } from 'zod';
import { checkIsJson, checkOrigin, readJson, RequestError } from './check-request.ts';
import { makeRateLimiter, RateLimitError, type RateLimit } from './rate-limit.ts';
import { RefusalError } from './refusal.ts';
import type { ErrorAnswer } from './views.ts';

export type RouteUser = { id: string };

type RouteOptions<Body> = {
  limit: RateLimit;
  /** Absent for routes that read no body. */
  body?: z.ZodType<Body>;
  /** Default 512 KB: a source of 64 KB, escaped in the worst way, and its envelope. */
  maximumBodyBytes?: number;
};

type RouteCall<Body, User> = {
  user: User;
  body: Body;
  /** Of the path, e.g. `{ id }`. */
  params: { [name: string]: string };
  request: Request;
};

type Params = { [name: string]: string | string[] | undefined };
/** Next leaves out the parameters of a path that has none, whatever its types say. */
type Context = { params: Promise<Params | undefined> };
export type RouteHandler = (request: Request, context: Context) => Promise<Response>;

export type RouteDependencies<User> = { findUser(): Promise<User | null>; appUrl(): string };

const MAXIMUM_BODY_BYTES = 512 * 1024;

export type MakeRoute<User> = <Body = undefined>(
  options: RouteOptions<Body>,
  handle: (call: RouteCall<Body, User>) => Promise<Response>,
) => RouteHandler;

/** Makes `route`, given how to tell who is signed in and where this installation lives. */
export function makeRouteWrapper<User extends RouteUser>(deps: RouteDependencies<User>): MakeRoute<User> {
  return (options, handle) => {
    const limiter = makeRateLimiter(options.limit);
    return async (request, context) => {
      try {
        const user = await deps.findUser();
        if (user === null) return refuse(401, { error: 'Sign in to continue.' });
        if (!isReading(request)) checkOrigin(request, deps.appUrl());
        if (options.body) checkIsJson(request);
        await limiter.spend(user.id);
        const body = await parseBody(request, options);
        const params = onlyStrings((await context.params) ?? {});
        return await handle({ user, body, params, request });
      } catch (error) {
        return answerFor(error);
      }
    };
  };
}

const isReading = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

async function parseBody<Body>(request: Request, options: RouteOptions<Body>): Promise<Body> {
  // A route without a body schema has `Body = undefined`.
  if (options.body === undefined) return undefined as Body;
  const json = await readJson(request, options.maximumBodyBytes ?? MAXIMUM_BODY_BYTES);
  const parsed = options.body.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => [path.join('.'), message] as const);
  throw new RequestError(422, 'Some of what was sent cannot be used.', Object.fromEntries(fields));
}

function onlyStrings(params: Params): { [name: string]: string } {
  const entries = Object.entries(params).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

function answerFor(error: unknown): Response {
  if (error instanceof RequestError) {
    return refuse(error.status, { error: error.message, ...(error.fields && { fields: error.fields }) });
  }
  if (error instanceof RefusalError) {
    const fields = error.field === undefined ? {} : { fields: { [error.field]: error.message } };
    return refuse(error.status, { error: error.message, ...fields });
  }
  if (error instanceof RateLimitError) {
    const headers = { 'Retry-After': String(error.retryAfterSeconds) };
    return refuse(429, { error: error.message }, headers);
  }
  console.error(error);
  return refuse(500, { error: 'Something went wrong on our side; your code is not affected. Try again.' });
}

function refuse(status: number, answer: ErrorAnswer, headers: { [name: string]: string } = {}): Response {
  return Response.json(answer, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}

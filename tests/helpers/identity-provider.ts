// A small OpenID Connect issuer: somebody else's server, as a school would run one.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

export type Person = { sub: string; name: string; email: string; email_verified: boolean };
export type IdentityProvider = {
  issuer: string;
  /** Who comes back from the next sign-in. */
  person: Person;
  stop: () => void;
};

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const CLIENT_ID = 'interleave';
export const CLIENT_SETTINGS = {
  OIDC_CLIENT_ID: CLIENT_ID,
  OIDC_CLIENT_SECRET: 'a secret',
  OIDC_NAME: 'Our School',
};

export async function startIdentityProvider(person: Person): Promise<IdentityProvider> {
  const challenges = new Map<string, string>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const provider: IdentityProvider = {
    issuer: `http://127.0.0.1:${portOf(server)}`,
    person,
    stop: () => server.close(),
  };
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '', provider.issuer);
    if (url.pathname === '/authorize') {
      response.writeHead(302, { location: approve(url, challenges) }).end();
      return;
    }
    void send(url, request, response, { provider, challenges });
  });
  return provider;
}

/** Nobody is asked here: whoever comes is the provider's `person`. */
function approve(url: URL, challenges: Map<string, string>): string {
  const code = randomUUID();
  challenges.set(code, url.searchParams.get('code_challenge') ?? '');
  const back = new URL(url.searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('code', code);
  back.searchParams.set('state', url.searchParams.get('state') ?? '');
  return back.href;
}

type State = { provider: IdentityProvider; challenges: Map<string, string> };

async function send(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
): Promise<void> {
  const body = await answer(url, request, state);
  response.writeHead(body === null ? 400 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function answer(url: URL, request: IncomingMessage, { provider, challenges }: State): Promise<unknown> {
  if (url.pathname === '/.well-known/openid-configuration') return discovery(provider.issuer);
  if (url.pathname === '/keys')
    return { keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] };
  const form = new URLSearchParams(await text(request));
  const verifier = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (challenges.get(form.get('code') ?? '') !== verifier) return null;
  return { access_token: randomUUID(), token_type: 'Bearer', id_token: idToken(provider) };
}

function discovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

function idToken({ issuer, person }: IdentityProvider): string {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: CLIENT_ID, iat, exp: iat + 300, ...person };
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

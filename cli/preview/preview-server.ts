// A web server for one author on one machine: it listens on the loopback address alone and answers to no other name.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { PageFiles } from './bundle-page.ts';
import type { PreviewData } from './preview-data.ts';

const HTML = `<!doctype html>
<html lang="en" data-theme="system">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Preview</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/preview.css" />
    <script type="module" src="/preview.js"></script>
  </head>
  <body class="flex min-h-dvh flex-col bg-surface font-sans text-text antialiased">
    <main id="root"></main>
  </body>
</html>
`;
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";

export type PreviewServer = { address: string; announceChange(): void; close(): void };

/** @param data What the folder holds now. @throws what `listen` fails with, such as a port that is taken. */
export async function servePreview(
  page: PageFiles,
  data: () => Promise<PreviewData>,
  port: number,
): Promise<PreviewServer> {
  const waiting = new Set<ServerResponse>();
  const answers: { [path: string]: [type: string, text: () => Promise<string>] } = {
    '/': ['text/html', async () => await Promise.resolve(HTML)],
    '/preview.js': ['text/javascript', async () => await Promise.resolve(page.script)],
    '/preview.css': ['text/css', async () => await Promise.resolve(page.styles)],
    '/data.json': ['application/json', async () => JSON.stringify(await data())],
  };
  const server = createServer((request, response) => {
    if (!isForUs(request)) return void response.writeHead(421).end();
    const address = request.url ?? '/';
    if (address === '/changes') return listenForChanges(response, waiting);
    const answer = answers[address];
    if (answer === undefined) return void response.writeHead(404).end();
    const [type, text] = answer;
    text().then(
      (body) => send(response, type, body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await listen(server, port);
  const bound = server.address();
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    address: `http://127.0.0.1:${actual}/`,
    announceChange: () => waiting.forEach((response) => response.write('data: changed\n\n')),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A page elsewhere that had its name point here must read nothing. */
function isForUs({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '');
}

function send(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}

function listenForChanges(response: ServerResponse, waiting: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(':\n\n');
  waiting.add(response);
  response.once('close', () => waiting.delete(response));
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

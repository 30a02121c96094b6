import { createServer } from 'node:net';
import { StartError } from '../start-error.ts';

/**
 * Tries the port and gives it back.
 *
 * @param host Undefined: every address.
 * @throws StartError when it cannot be listened on.
 */
export async function requireFreePort(port: number, host: string | undefined): Promise<void> {
  const server = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) =>
    reject(new StartError(reasonFor(port, host, error))),
  );
  server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()));
  await promise;
}

function reasonFor(port: number, host: string | undefined, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is used by another program; stop that, or choose another port with PORT=${port + 1}.`;
    case 'EACCES':
      return `Port ${port} may not be used by this account; choose one above 1023 with PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `INTERLEAVE_HOST is ${JSON.stringify(host)}, which is not an address of this machine.`;
    case undefined:
    default:
      return `Port ${port} cannot be listened on: ${message}.`;
  }
}

import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';

/** Opens a port, or says what to do when it is taken. */
export function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error);
      const why = error.code === 'EACCES' ? 'may not be opened' : 'is already in use';
      reject(
        new PortError(`Port ${port} ${why}. The demo needs two ports in a row; choose others: PORT=5000 npm start`),
      );
    });
    server.listen(port, hostname, resolve);
  });
}

/** Ends open connections too: an event stream would keep the process alive for ever. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export function httpServer(listener: RequestListener): Server {
  return createServer(listener);
}

export class PortError extends Error {
  override name = 'PortError';
}

import { createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { postgresClient } from './postgres.js';

/** As much of a PostgreSQL server as a listener needs: it lets everybody in and takes every statement. */
class Stub {
  connections = 0;
  up = true;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => {
    this.connections += 1;
    if (!this.up) return socket.destroy();
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
      const isStatement = data[0] === 0x51;
      socket.write(Buffer.concat([isStatement ? message('C', 'LISTEN\0') : message('R', '\0\0\0\0'), ready]));
    });
    return undefined;
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    return `postgres://u:p@127.0.0.1:${typeof address === 'object' ? address?.port : ''}/x`;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}

function message(type: string, text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + text.length);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(text)]);
}

let stub: Stub;
beforeEach(() => void (stub = new Stub()));
afterEach(() => stub.close());

it('while the database is down its listener comes back once a second, never in a crowd', async () => {
  const connectionString = await stub.open();
  const client = await postgresClient({ connectionString, log: () => {} });
  const onGap = vi.fn<() => void>();
  await client.listen('channel', () => {}, onGap);
  stub.up = false;
  stub.connections = 0;
  stub.cut();
  await wait(4_500);
  expect(stub.connections).toBeGreaterThanOrEqual(3);
  expect(stub.connections).toBeLessThanOrEqual(4);
  stub.up = true;
  await vi.waitFor(() => expect(onGap).toHaveBeenCalledTimes(1), { timeout: 3_000 });
  await client.close();
});

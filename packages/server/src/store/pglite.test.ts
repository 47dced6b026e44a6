import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCheckout } from '../checkout.fixture.js';
import { GatewayError } from '../gateway.js';
import { createPgliteStore } from './pglite.js';
import { PREPARED_SCHEMA, PREPARED_STORE, readPreparedStore, schemaHash } from './prepared-store.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'florin-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a folder keeps everything over a restart: intents, attempts, keys and what is uncertain', async () => {
  const dataDir = join(folder, 'data');
  const store = await createPgliteStore({ dataDir });
  const { pay, gateway, id, clientSecret } = await openCheckout(store);
  gateway.starting = new GatewayError('unknown', 'timeout');
  const first = await pay('one');
  const before = await store.find(id);
  await store.close();

  const reopened = await createPgliteStore({ dataDir });
  expect(await reopened.find(id)).toEqual(before);
  expect(await reopened.listLive()).toEqual([id]);
  const again = await openCheckout(reopened);
  const replay = await again.server.fetch(
    new Request(`https://shop.example/api/checkout/intents/${id}/attempts`, {
      method: 'POST',
      body: JSON.stringify({
        method: {
          type: 'card',
          number: '4242424242424242',
          exp_month: 12,
          exp_year: 2030,
          cvc: '987',
          holder: 'Ada Lovelace',
        },
      }),
      headers: {
        Authorization: `Bearer ${clientSecret}`,
        'Idempotency-Key': 'one',
        'Content-Type': 'application/json',
      },
    }),
  );
  expect([replay.status, await replay.json()]).toEqual([201, first.body]);
  await again.server.close();
  await reopened.close();
});

describe('the prepared store', () => {
  it('is left alone when there is none, or when it holds another schema', async () => {
    expect(await readPreparedStore(folder)).toBeNull();
    await writeFile(join(folder, PREPARED_STORE), 'data');
    await writeFile(join(folder, PREPARED_SCHEMA), '{"schema":"older"}');
    expect(await readPreparedStore(folder)).toBeNull();
    await writeFile(join(folder, PREPARED_SCHEMA), JSON.stringify({ schema: await schemaHash() }));
    expect(await (await readPreparedStore(folder))?.text()).toBe('data');
  });
});

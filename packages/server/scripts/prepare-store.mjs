// node packages/server/scripts/prepare-store.mjs, after the build: makes the data directory that new embedded stores
// are unpacked from, because making one anew takes seconds.
import { writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../dist/store/migrations.js';
import { pgliteClient } from '../dist/store/pglite.js';
import { PREPARED_SCHEMA, PREPARED_STORE, schemaHash } from '../dist/store/prepared-store.js';

const dist = new URL('../dist/', import.meta.url);
const database = await PGlite.create();
await migrate(pgliteClient(database));
const dump = await database.dumpDataDir('gzip');
await database.close();
await writeFile(new URL(PREPARED_STORE, dist), new Uint8Array(await dump.arrayBuffer()));
// Written last: a store without it is not used.
await writeFile(new URL(PREPARED_SCHEMA, dist), `${JSON.stringify({ schema: await schemaHash() })}\n`);

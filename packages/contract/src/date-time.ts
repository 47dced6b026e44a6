import * as z from 'zod/mini';

/** ISO 8601 with an offset, on the server's clock. Countdowns run on `server_time`, never on the customer's clock. */
export const DateTime = z.iso.datetime({ offset: true });

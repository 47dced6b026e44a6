import type { Challenge } from './challenges.js';

const VERSION = '2.2.0';

/** Challenge request of a pending challenge (EMV 3DS 2.2, table B.3): base64url without padding. */
export function creqOf({ acsTransId, serverTransId, windowSize }: Challenge): string {
  return encode({
    threeDSServerTransID: serverTransId,
    acsTransID: acsTransId,
    messageVersion: VERSION,
    messageType: 'CReq',
    challengeWindowSize: windowSize,
  });
}

/** Final challenge response, which the customer's browser carries to the notification URL. */
export function cresOf({ acsTransId, serverTransId, result }: Challenge): string {
  return encode({
    threeDSServerTransID: serverTransId,
    acsTransID: acsTransId,
    messageVersion: VERSION,
    messageType: 'CRes',
    challengeCompletionInd: 'Y',
    transStatus: result ?? 'N',
  });
}

/** The transactions a `creq` is about, or nothing when it is malformed. */
export function readCreq(creq: unknown): { acsTransId: string; serverTransId: string } | undefined {
  if (typeof creq !== 'string' || !/^[A-Za-z0-9_-]+$/.test(creq)) return undefined;
  try {
    const message = JSON.parse(Buffer.from(creq, 'base64url').toString('utf8')) as Record<string, unknown> | null;
    const acsTransId = message?.['acsTransID'];
    const serverTransId = message?.['threeDSServerTransID'];
    if (message?.['messageType'] !== 'CReq' || typeof acsTransId !== 'string' || typeof serverTransId !== 'string')
      return undefined;
    return { acsTransId, serverTransId };
  } catch {
    return undefined;
  }
}

function encode(message: Record<string, string>): string {
  return Buffer.from(JSON.stringify(message)).toString('base64url');
}

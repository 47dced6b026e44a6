import type { Challenge, MethodCall } from './challenges.js';

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
  const { messageType, acsTransID: acsTransId, threeDSServerTransID: serverTransId } = decode(creq);
  if (messageType !== 'CReq' || typeof acsTransId !== 'string' || typeof serverTransId !== 'string') return undefined;
  return { acsTransId, serverTransId };
}

/** What the browser brings to the issuer's 3-D Secure method: base64url without padding. */
export function methodDataOf({ serverTransId, notificationUrl }: MethodCall): string {
  return encode({ threeDSServerTransID: serverTransId, threeDSMethodNotificationURL: notificationUrl });
}

/** What it carries on from there, to the notification URL. */
export function methodReportOf({ serverTransId }: MethodCall): string {
  return encode({ threeDSServerTransID: serverTransId });
}

export function readMethodData(data: unknown): { serverTransId: string; notificationUrl: string } | undefined {
  const { threeDSServerTransID: serverTransId, threeDSMethodNotificationURL: notificationUrl } = decode(data);
  if (typeof serverTransId !== 'string' || typeof notificationUrl !== 'string') return undefined;
  return { serverTransId, notificationUrl };
}

function encode(message: Record<string, string>): string {
  return Buffer.from(JSON.stringify(message)).toString('base64url');
}

/** `{}`: no message can be read in it. Padding is a mistake. */
function decode(message: unknown): Record<string, unknown> {
  if (typeof message !== 'string' || !/^[A-Za-z0-9_-]+$/.test(message)) return {};
  try {
    return (JSON.parse(Buffer.from(message, 'base64url').toString('utf8')) as Record<string, unknown> | null) ?? {};
  } catch {
    return {};
  }
}

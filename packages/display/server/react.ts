'use client';
import type * as client from '@florin/display/react/client';
import * as elements from '@florin/display/components';
import { drawnOnServer } from './drawn-on-server.js';

// What `@florin/display/react` is where there is no browser. Each draws what the component of the same name hydrates.

export const FlorinAcceptedMethods: typeof client.FlorinAcceptedMethods = drawnOnServer(
  'florin-accepted-methods',
  elements.FlorinAcceptedMethods,
);
export const FlorinInstallments: typeof client.FlorinInstallments = drawnOnServer(
  'florin-installments',
  elements.FlorinInstallments,
);
export const FlorinPaymentStatus: typeof client.FlorinPaymentStatus = drawnOnServer(
  'florin-payment-status',
  elements.FlorinPaymentStatus,
);
export const FlorinReceipt: typeof client.FlorinReceipt = drawnOnServer('florin-receipt', elements.FlorinReceipt);

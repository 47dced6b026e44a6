import { provider } from '@florin/providers/payments-trust';
import type { Gateway } from '../gateway.js';
import { createCorefyGateway, type CorefyOptions } from './corefy/index.js';

/** PaymentsTrust, a brand on Corefy's platform. */
export const createPaymentsTrustGateway = (options: CorefyOptions): Gateway => createCorefyGateway(provider, options);

import { provider } from '@florin/providers/milky-pay';
import type { Gateway } from '../gateway.js';
import { createCorefyGateway, type CorefyOptions } from './corefy/index.js';

/** MilkyPay, a brand on Corefy's platform. */
export const createMilkyPayGateway = (options: CorefyOptions): Gateway => createCorefyGateway(provider, options);

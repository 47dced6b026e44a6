import { reasons, type FailureReport, type Reason } from '@florin/contract';
import { GatewayError } from '../../gateway.js';
import { ProviderHttp, type ProviderHttpOptions } from '../provider-http.js';

export interface AlmaAccount extends ProviderHttpOptions {
  /** `sk_…`: for servers only. */
  apiKey: string;
}

export function createAlmaClient(account: AlmaAccount): ProviderHttp {
  return new ProviderHttp(account, {
    authorize: () => ({ Authorization: `Alma-Auth ${account.apiKey}` }),
    refusalOf,
  });
}

/** Alma's error codes are not published: what was wrong with a request is for the merchant to look up at Alma. */
function refusalOf(status: number, _body: unknown, retryAfter: number | null): GatewayError {
  const code = `http_${status}`;
  const wait = retryAfter === null ? {} : { retryAfter };
  if (status === 429) return new GatewayError('not_sent', code, wait);
  if ([400, 401, 403, 404, 405, 422].includes(status))
    return refused(code, 'merchant_setup', 'Alma refused the request.');
  return new GatewayError('unknown', code, wait);
}

export function refused(code: string, reason: Reason, message: string): GatewayError {
  const failure: FailureReport = { code: { value: code, category: reasons[reason].category, message }, reason };
  return new GatewayError('refused', code, { failure });
}

import type { CheckoutServer } from '@florin/server';

/**
 * What a shop does in its provider's back office, where the sandbox's control surface stands in for one. `false`: there is
 * nothing to refund. The order says so when the provider has told.
 */
export async function refund(
  checkout: CheckoutServer,
  sandboxUrl: string,
  intent: string,
  part: boolean,
): Promise<boolean> {
  const attempts = (await checkout.readIntent(intent))?.attempts ?? [];
  const paid = attempts.find(({ status }) => status === 'completed');
  // What one provider calls the payment is to another an attempt of it.
  for (const id of [paid?.providerAttemptId, paid?.providerIntentId]) {
    if (!id) continue;
    const response = await fetch(`${sandboxUrl}/control/payments/${encodeURIComponent(id)}/refund`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ part }),
    });
    if (response.ok) return true;
    if (response.status !== 404) throw new Error(`The back office answered ${response.status} to a refund.`);
  }
  return false;
}

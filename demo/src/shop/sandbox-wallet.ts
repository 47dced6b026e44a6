import type { SdkPlugin } from '@florin/elements';
import { word } from './language.js';

/**
 * Stands in for a wallet's own SDK: it draws its button where it is told to, and resolves with what the wallet's provider
 * wants to be told. What becomes of the payment is not its to say.
 */
export const sandboxWallet: SdkPlugin = ({ params, container, signal }) =>
  new Promise((resolve, reject) => {
    const session = String(params['session']);
    container.className = 'wallet';
    container.append(
      buttonFor('walletPay', () => resolve({ session, approved: true })),
      buttonFor('walletRefuse', () => resolve({ session, approved: false })),
      buttonFor('walletFail', () => reject(new Error('The wallet was closed.'))),
    );
    signal.addEventListener('abort', () => container.replaceChildren());
  });

function buttonFor(name: Parameters<typeof word>[0], handle: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name === 'walletPay' ? 'primary' : '';
  button.textContent = word(name);
  button.addEventListener('click', handle);
  return button;
}

import { FlorinAcceptedMethods, FlorinInstallments } from '@florin/display/react';
import { formatMoney } from '@florin/locale';
import { useState } from 'react';
import { readPrice, type Price } from '../../src/shop/orders.js';

const quantities = [1, 2, 3];

export function ProductPage({ price, nonce }: { price: Price; nonce: string | undefined }) {
  // One state: an amount is that of a number of lamps, also where the shop answers late, or not.
  const [line, setLine] = useState({ quantity: 1, ...price });
  const [isDown, setIsDown] = useState(false);

  async function choose(quantity: number) {
    try {
      setLine({ quantity, ...(await readPrice({ product: 'lune', quantity, provider: 'purse' })) });
      setIsDown(false);
    } catch {
      setIsDown(true);
    }
  }

  return (
    <main>
      <h1>Lune, a table lamp</h1>
      <p className="price" role="status">
        {line.quantity} for {formatMoney(line.amount, 'en')}
      </p>
      <div role="group" aria-label="Quantity">
        {quantities.map((quantity) => (
          <button
            key={quantity}
            type="button"
            aria-pressed={quantity === line.quantity}
            onClick={() => void choose(quantity)}
          >
            {quantity}
          </button>
        ))}
      </div>
      {isDown && <p role="alert">The shop does not answer. Please try again.</p>}
      <FlorinInstallments
        amount={line.amount.value}
        currency={line.amount.currency}
        exponent={line.amount.exponent}
        plans={JSON.stringify(line.plans)}
        locale="en"
        timeZone="Europe/Paris"
        nonce={nonce}
      />
      <FlorinAcceptedMethods methods="visa, mastercard, amex, cartes_bancaires, Alma" locale="en" nonce={nonce} />
    </main>
  );
}

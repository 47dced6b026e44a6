import { formatMoney } from '@florin/locale';
import { acceptedBy } from '../../src/shop/accepted.js';
import { installmentsAttributes } from '../../src/shop/installments-attributes.js';
import type { Drawer } from './drawn-pages.js';
import { tag } from './template.js';

/** What is sold. `?provider=purse`: in a shop that is paid through Purse, with Alma's plans. */
export const drawProduct: Drawer = async ({ shop, query, locale }) => {
  const provider = query.get('provider') ?? 'payment-intents';
  const price = await shop.price({ product: 'lune', quantity: 1, provider });
  if (!price) throw new Error('The lamp has no price.');
  const { amount, plans } = price;
  return {
    view: { texts: { price: formatMoney(amount, locale) }, shown: { installments: plans.length > 0 } },
    elements: {
      installments: tag('florin-installments', { ...installmentsAttributes(price), locale }),
      accepted: tag('florin-accepted-methods', { methods: acceptedBy(provider), locale }),
    },
  };
};

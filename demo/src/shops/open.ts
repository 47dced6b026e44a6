import '@florin/elements/define/checkout';
import { formatMoney } from '@florin/locale';
import { createOrder } from '../shop/orders.js';

/** The tag waits in a template: it needs its order first. */
const template = document.querySelector('template');
const checkout = template && document.importNode(template.content, true).querySelector('florin-checkout');
if (!checkout) throw new Error('The page has no template with a checkout.');

const { order, keys } = await createOrder({ product: template.id, quantity: 1 });
checkout.setAttribute('endpoint', '/api/checkout');
checkout.setAttribute('intent', keys.intent);
checkout.setAttribute('client-secret', keys.clientSecret);
template.replaceWith(checkout);
for (const total of document.querySelectorAll('[data-total]')) total.textContent = formatMoney(order.amount, 'en');

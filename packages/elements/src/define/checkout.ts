import { FlorinCard } from '../card/card.js';
import { FlorinCheckout } from '../checkout/checkout.js';
import { register } from './register.js';

// Before what a page may place inside it: a part asks for its checkout when it comes alive.
register('florin-checkout', FlorinCheckout);
register('florin-card', FlorinCard);

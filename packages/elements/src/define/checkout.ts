import { FlorinCheckout } from '../checkout/checkout.js';
import './card.js';
import { register } from './register.js';

register('florin-checkout', FlorinCheckout);

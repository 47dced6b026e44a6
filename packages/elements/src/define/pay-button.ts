import { FlorinPayButton } from '../pay-button/pay-button.js';
import { register } from './register.js';

register('florin-pay-button', FlorinPayButton);

import { FlorinPhoneNumber } from '../methods/phone-number.js';
import { register } from './register.js';

register('florin-phone-number', FlorinPhoneNumber);

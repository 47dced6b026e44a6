import { FlorinQr } from '../qr/qr.js';
import { register } from './register.js';

register('florin-qr', FlorinQr);

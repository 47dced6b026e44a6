import { FlorinIframe } from '../iframe/iframe.js';
import { register } from './register.js';

register('florin-iframe', FlorinIframe);

import { FlorinRedirect } from '../redirect/redirect.js';
import { register } from './register.js';

register('florin-redirect', FlorinRedirect);

import { FlorinSecurityCode } from '../saved-card/security-code.js';
import { register } from './register.js';

register('florin-security-code', FlorinSecurityCode);

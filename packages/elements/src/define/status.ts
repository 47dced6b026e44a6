import { FlorinStatus } from '../status/status.js';
import { register } from './register.js';

register('florin-status', FlorinStatus);

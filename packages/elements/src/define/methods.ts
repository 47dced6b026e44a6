import { FlorinMethods } from '../methods-list/methods-list.js';
import { register } from './register.js';

register('florin-methods', FlorinMethods);

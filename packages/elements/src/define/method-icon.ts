import { FlorinMethodIcon } from '../icon/method-icon.js';
import { register } from './register.js';

register('florin-method-icon', FlorinMethodIcon);

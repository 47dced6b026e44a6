import { FlorinMessages } from '../messages/messages.js';
import { register } from './register.js';

register('florin-messages', FlorinMessages);

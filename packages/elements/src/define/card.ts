import { FlorinCard } from '../card/card.js';
import { register } from './register.js';

register('florin-card', FlorinCard);

import { FlorinCardPicture } from '../card-picture/card-picture.js';
import './brand-mark.js';
import { register } from './register.js';

register('florin-card-picture', FlorinCardPicture);

import { FlorinThreeDS } from '../three-ds/three-ds.js';
import { register } from './register.js';

register('florin-three-ds', FlorinThreeDS);

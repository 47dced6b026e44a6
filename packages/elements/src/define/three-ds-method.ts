import { FlorinThreeDSMethod } from '../three-ds/three-ds-method.js';
import { register } from './register.js';

register('florin-three-ds-method', FlorinThreeDSMethod);

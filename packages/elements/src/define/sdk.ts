import { FlorinSdk } from '../sdk/sdk.js';
import { register } from './register.js';

register('florin-sdk', FlorinSdk);

import { FlorinInstructions } from '../instructions/instructions.js';
import { register } from './register.js';

register('florin-instructions', FlorinInstructions);

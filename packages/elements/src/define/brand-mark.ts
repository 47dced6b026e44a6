import { FlorinBrandMark } from '../brand-mark/brand-mark.js';
import { FlorinBrandMarks } from '../brand-mark/brand-marks.js';
import { register } from './register.js';

register('florin-brand-mark', FlorinBrandMark);
register('florin-brand-marks', FlorinBrandMarks);

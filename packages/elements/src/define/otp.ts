import { FlorinOtp } from '../otp/otp.js';
import { register } from './register.js';

register('florin-otp', FlorinOtp);

import { FlorinApproval } from '../approval/approval.js';
import { register } from './register.js';

register('florin-approval', FlorinApproval);

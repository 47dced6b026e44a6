export type { Clock } from '../client/clock.js';
export type { CheckoutProblem } from '../payment/state.js';
export { followIntent, type Followed, type Following, type FollowOptions } from './follow-intent.js';

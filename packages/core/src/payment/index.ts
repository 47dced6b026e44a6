export type { Effect } from './effect.js';
export type { PaymentEvent } from './event.js';
export { finalPhases, initialState } from './state.js';
export type { CheckoutProblem, Decision, FinalPhase, PaymentState, Phase } from './state.js';
export { transition, type Step } from './transition.js';

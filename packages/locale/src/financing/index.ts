export { dateIn, deferredTo, feesOf, isDueToday, moneyIn, planCost, planName, takenWith } from './plan-words.js';
export type { PlanLanguage } from './plan-words.js';

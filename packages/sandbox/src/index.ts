export { createSandbox } from './sandbox.js';
export type { Sandbox, SandboxAccounts, SandboxOptions } from './sandbox.js';
export type { AmountUnit } from './payment-intents/api/native.js';
export type { PaymentIntentsAccount } from './payment-intents/simulator.js';
export type { Clock } from './clock.js';
export { SCENARIO_HEADER } from './scenario.js';
export type { Scenario } from './scenario.js';
export { signWebhook } from './payment-intents/webhooks.js';

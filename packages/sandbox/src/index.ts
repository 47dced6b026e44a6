export { createSandbox } from './sandbox.js';
export type { Sandbox, SandboxOptions } from './sandbox.js';
export type { AmountUnit } from './api/native.js';
export type { Clock } from './clock.js';
export { signWebhook } from './webhooks.js';

export { FlorinCard } from './card/card.js';
export { FlorinCheckout } from './checkout/checkout.js';
export type { CheckoutEventDetails, CheckoutEventName } from './checkout/host-events.js';
export { FlorinOtp } from './otp/otp.js';
export { FlorinPayButton } from './pay-button/pay-button.js';
export { FlorinSecurityCode } from './saved-card/security-code.js';
export { FlorinQr } from './qr/qr.js';
export { FlorinStatus } from './status/status.js';
export { FlorinThreeDS } from './three-ds/three-ds.js';

// Registers every element at once. A page that wants its first load small imports `define/checkout` alone.
import './approval.js';
import './brand-mark.js';
import './card-picture.js';
import './checkout.js';
import './iframe.js';
import './instructions.js';
import './method-icon.js';
import './otp.js';
import './pay-button.js';
import './phone-number.js';
import './qr.js';
import './redirect.js';
import './sdk.js';
import './security-code.js';
import './status.js';
import './three-ds-method.js';
import './three-ds.js';

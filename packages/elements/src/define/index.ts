// Registers every element at once. A page that wants its first load small imports `define/checkout` alone.
import './checkout.js';
import './otp.js';
import './pay-button.js';
import './qr.js';
import './security-code.js';
import './status.js';
import './three-ds.js';

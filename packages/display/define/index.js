import './accepted-methods.js';
import './installments.js';
import './payment-status.js';
import './receipt.js';

import { defineCustomElement } from '../dist/components/florin-payment-status.js';

defineCustomElement();

import { defineCustomElement } from '../dist/components/florin-receipt.js';

defineCustomElement();

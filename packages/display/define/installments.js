import { defineCustomElement } from '../dist/components/florin-installments.js';

defineCustomElement();

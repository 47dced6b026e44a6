import { defineCustomElement } from '../dist/components/florin-accepted-methods.js';

defineCustomElement();

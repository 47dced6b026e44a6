// What a lookup brings to the form, fetched once there is a number to look up.
export { CardLookups } from './card-lookups.js';
export { brandChoiceTemplate, choosableBrands, installmentsTemplate, issuerText, schemeOf } from './lookup-template.js';
export { lookupStyles } from './lookup.styles.js';

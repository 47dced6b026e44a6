import installments from '../../installments/en.js';

/** What was paid, on paper too. It is no invoice, and is called none. */
const receipt = {
  ...installments,

  'receipt.title': 'Receipt',
  // Paid in parts: what is taken when is another matter, so nothing here is called paid.
  'receipt.title.in_parts': 'Purchase confirmation',
  'receipt.amount': 'Amount paid',
  'receipt.amount.in_parts': 'Purchase amount',
  'receipt.total': 'Agreed in all',
  // What a card's issuer makes of it: "€51.00 in 3 payments".
  'receipt.payments.one': '{total} in {count} payment',
  'receipt.payments.other': '{total} in {count} payments',
  'receipt.merchant': 'Shop',
  'receipt.date': 'Date',
  'receipt.method': 'Payment method',
  'receipt.description': 'For',
  'receipt.reference': 'Reference',
  'receipt.returned': 'Money returned',
  'receipt.refund': 'Refund',
  'receipt.charge_back': 'Taken back by your bank',
  'receipt.unknown': 'Amount not known',
  'receipt.net': 'Net paid',
  'receipt.net.in_parts': 'Purchase less money returned',
  'receipt.in_parts': 'Each payment is taken on the date you agreed to.',
  'receipt.agreed': 'This is what you agreed to. Money returned since then can change the payments to come.',
  'receipt.print': 'Print',
} as const;

export default receipt;

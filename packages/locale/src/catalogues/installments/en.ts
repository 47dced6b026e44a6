/** Paying in parts, in the checkout and on the pages around it. A plan says how much is paid when; `fees` are what it costs more than paying at once. */
const installments = {
  'installments.plans': 'Choose a plan',
  'installments.equal': '{count} × {amount}',
  'installments.two': '2 payments, {first} then {amount}',
  'installments.first': '{count} payments, {first} then {others} × {amount}',
  'installments.once': '{amount} on {date}',
  'installments.payments.one': '{count} payment, {amount}',
  'installments.payments.other': '{count} payments, {amount} at most',
  'installments.free': 'No fees',
  'installments.cost': 'Fees {fees}, {total} in all',
  'installments.fees': 'including {fees} in fees',
  'installments.schedule': 'Schedule: {plan}',
  'installments.date': 'Date',
  'installments.amount': 'Amount',
  'installments.today': 'Today',
  'installments.total': 'Total',
  'installments.rate': 'Annual percentage rate (APR): {rate}',
  'installments.credit': 'A loan is a commitment and must be repaid. Check that you can repay it before you agree.',
  'installments.pay': 'Pay {amount} today, {total} in all',
  'installments.confirm': 'Confirm {plan}',
  'installments.changed.title': 'The payment plan has changed.',
  'installments.changed.text': 'Nothing was taken. Check the new schedule, then pay again.',
} as const;

export default installments;

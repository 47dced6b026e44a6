// Pages that differ in everything that an element is told: another one's words would show.
const locales = ['en', 'fr', 'ar', 'fr-CH', 'en-GB'];
const zones = ['UTC', 'Europe/Paris', 'America/New_York', 'Asia/Tokyo'];
const statuses = ['pending', 'completed', 'partially_refunded', 'charged_back', 'failed'];

/** What page number `index` shows, as a server writes it, and the word that stands in no other page. */
export function pageOf(index) {
  const own = `ref-${index}-end`;
  const place = { locale: locales[index % locales.length], 'time-zone': zones[index % zones.length] };
  const now = new Date(Date.UTC(2026, 0, 1 + (index % 300), 12)).toISOString();
  const money = { amount: 4_000 + 4 * index, currency: 'EUR', exponent: 2 };
  const elements = [
    tag('florin-installments', {
      ...money,
      ...place,
      now,
      plans: JSON.stringify([planOf(money.amount, now)]),
      id: own,
    }),
    tag('florin-payment-status', { ...place, now, snapshot: JSON.stringify(snapshotOf(index, own, money, now)) }),
    tag('florin-receipt', { ...money, ...place, merchant: own, method: 'Visa •••• 4242', date: now, reference: own }),
    tag('florin-accepted-methods', { locale: place.locale, methods: `visa, ${own}` }),
  ];
  return { html: elements[index % elements.length], own };
}

function planOf(amount, now) {
  const payments = [0, 1, 2, 3].map((month) => ({ due_at: monthsAfter(now, month), amount: amount / 4, fee: 0 }));
  return { id: 'p4x', payments, total: amount };
}

function snapshotOf(index, own, { amount: value, currency, exponent }, now) {
  const status = statuses[index % statuses.length];
  const back = [{ amount: 100 + index, at: now }];
  return {
    id: own,
    version: index,
    status,
    amount: { value, currency, exponent },
    merchant: { name: own },
    completed_at: now,
    ...(status === 'partially_refunded' && { refunds: back }),
    active_attempt: null,
  };
}

function monthsAfter(now, months) {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  return date.toISOString();
}

function tag(name, attributes) {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`);
  return `<${name}${written.join('')}></${name}>`;
}

function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

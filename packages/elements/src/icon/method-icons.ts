import { svg, type SVGTemplateResult } from 'lit';

/** Line drawings of the kinds of ways to pay, 24 by 24, by the contract's name of the kind. */
export const methodIcons: Readonly<Record<string, SVGTemplateResult>> = {
  card: svg`<rect x="2.5" y="5" width="19" height="14" rx="2.5" /><path d="M2.5 9.5h19M6 15h4" />`,
  /** A calendar, for dates on which to pay. */
  installments: svg`<rect x="3.5" y="5" width="17" height="15.5" rx="2.5" /><path d="M3.5 10h17M8 2.5v4M16 2.5v4M7.5 14h2M14.5 14h2M7.5 17h2" />`,
  qr: svg`<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 14v2.5M14 20h2.5M19.5 20h.5" />`,
  /** A window that opens: the bank's or the wallet's own page. */
  redirect: svg`<path d="M11 4.5H6A2.5 2.5 0 0 0 3.5 7v11A2.5 2.5 0 0 0 6 20.5h11a2.5 2.5 0 0 0 2.5-2.5v-5M14.5 3.5h6v6M20.5 3.5l-9 9" />`,
  /** A telephone that says yes. */
  approval: svg`<rect x="6" y="2.5" width="12" height="19" rx="2.5" /><path d="M9 12l2.2 2.2L15.2 9.5M11 18.5h2" />`,
  /** A slip with an amount and a reference. */
  instructions: svg`<path d="M5 2.5h14v19l-2.3-1.6-2.4 1.6-2.3-1.6-2.3 1.6-2.4-1.6L5 21.5zM9 8h6M9 12h6M9 16h3" />`,
  /** A telephone with coins. */
  mobile_money: svg`<path d="M16.5 8V5A2.5 2.5 0 0 0 14 2.5H7A2.5 2.5 0 0 0 4.5 5v14A2.5 2.5 0 0 0 7 21.5h4.5M9.5 5.5h2" /><circle cx="16.5" cy="16" r="5" /><path d="M16.5 13.7v4.6" />`,
};

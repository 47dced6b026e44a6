import type { BrowserInfo, CardInput } from '@florin/contract';
import type { StartRequest } from '../../gateway.js';
import type { CorefyOptions } from './options.js';

type Native = Record<string, unknown>;

export function saleBody(card: CardInput, request: StartRequest, { sale }: CorefyOptions): unknown {
  const { number, holder, cvc, exp_month, exp_year } = card;
  const { browser, payment } = request;
  const attributes = {
    card_number: number,
    ...(holder !== undefined && { card_holder: holder }),
    ...(cvc !== undefined && { cvv: cvc }),
    ...(exp_month !== undefined && { exp_month: String(exp_month).padStart(2, '0') }),
    ...(exp_year !== undefined && { exp_year: String(exp_year % 100).padStart(2, '0') }),
    ...(browser && { browser_info: browserInfo(browser, payment.order?.buyer?.ip) }),
  };
  return { data: { type: 'sale-operation', attributes: sale ? sale(attributes, request) : attributes } };
}

/** Numbers as text, as the brands' examples have them. The accept header is not known here. */
function browserInfo(browser: BrowserInfo, ip: string | undefined): Native {
  return {
    browser_color_depth: String(browser.color_depth),
    ...(ip !== undefined && { browser_ip: ip }),
    browser_java_enabled: browser.java_enabled,
    browser_language: browser.language,
    browser_screen_height: String(browser.screen_height),
    browser_screen_width: String(browser.screen_width),
    browser_tz: String(browser.timezone_offset),
    browser_user_agent: browser.user_agent,
    device_channel: '02',
    ...(browser.window_height !== undefined && { window_height: String(browser.window_height) }),
    ...(browser.window_width !== undefined && { window_width: String(browser.window_width) }),
  };
}

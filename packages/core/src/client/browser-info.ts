import type { BrowserInfo } from '@florin/contract';

/** The parts of a browser's window that 3-D Secure asks about. A `Window` fits. */
export interface BrowserSource {
  navigator: { userAgent: string; language: string };
  screen: { colorDepth: number; width: number; height: number };
  innerWidth?: number;
  innerHeight?: number;
}

/** The colour depths that EMV 3DS 2.2 (table A.1, browserColorDepth) takes. */
const depths = [48, 32, 24, 16, 15, 8, 4, 1];

/** What 3-D Secure asks of a browser, in the lengths and values of its specification. */
export function browserInfo(source: BrowserSource, now = new Date()): BrowserInfo {
  const { navigator, screen } = source;
  return {
    user_agent: navigator.userAgent.slice(0, 2048),
    language: cutLanguage(navigator.language),
    // Displays of 30 bits exist and the specification knows none: the next lower value stands for them.
    color_depth: depths.find((depth) => depth <= screen.colorDepth) ?? 24,
    screen_width: Math.round(screen.width),
    screen_height: Math.round(screen.height),
    ...(source.innerWidth !== undefined && { window_width: Math.round(source.innerWidth) }),
    ...(source.innerHeight !== undefined && { window_height: Math.round(source.innerHeight) }),
    timezone_offset: now.getTimezoneOffset(),
    java_enabled: false,
    javascript_enabled: true,
  };
}

/** Eight characters at most, cut at a subtag: `zh-Hant-TW` becomes `zh-Hant`. */
function cutLanguage(language: string): string {
  const subtags = language.split('-');
  while (subtags.length > 1 && subtags.join('-').length > 8) subtags.pop();
  return subtags.join('-').slice(0, 8) || 'en';
}

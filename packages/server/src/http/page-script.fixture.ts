import { runInNewContext } from 'node:vm';

export interface Posted {
  message: unknown;
  target: string;
}

/** Just enough of a window for a page of this server: who stands around it, and what it is called. */
export class PageWindow {
  readonly posted: Posted[] = [];
  readonly parent = { postMessage: (message: unknown, target: string) => void this.posted.push({ message, target }) };
  readonly location = { origin: 'https://shop.example', replace: (url: string) => void (this.wentTo = url) };
  wentTo: string | null = null;
  isClosed = false;

  /** The nonce of the page's own script, and what the script does here. */
  run(script: string, settings: object, { name = '', isFramed = true, ...more }: Record<string, unknown> = {}): void {
    const window = { name, close: () => void (this.isClosed = true) };
    const parent = isFramed ? this.parent : window;
    const globals = { window, parent, location: this.location, URL, ...more };
    runInNewContext(`(${script})(${JSON.stringify(settings)})`, globals);
  }
}

/** The script of a page as it was served, with the settings in it. */
export function scriptOf(html: string): { nonce: string; source: string } {
  const [, nonce = '', source = ''] = /<script nonce="([\w-]+)">([^]*?)<\/script>/.exec(html) ?? [];
  return { nonce, source };
}

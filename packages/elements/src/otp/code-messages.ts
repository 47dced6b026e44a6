import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The last request of the page. There is one at a time: a tab of Chromium 156 that gives up two at once breaks down. */
let last: Promise<string | null> = Promise.resolve(null);

/**
 * Takes the code out of a text message, where the browser can and the customer lets it (WebOTP). It asks for as long as
 * a code is wanted; refused, or unable, it is silent: the customer types.
 */
export class CodeMessages implements ReactiveController {
  private asking: AbortController | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly onCode: (code: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.want(false);
  }

  want(isWanted: boolean): void {
    if (isWanted === (this.asking !== null)) return;
    this.asking?.abort();
    this.asking = isWanted ? new AbortController() : null;
    if (this.asking) void this.ask(this.asking.signal);
  }

  private async ask(signal: AbortSignal): Promise<void> {
    last = last.then(() => readMessage(signal));
    const code = await last;
    if (code && !signal.aborted) this.onCode(code);
  }
}

async function readMessage(signal: AbortSignal): Promise<string | null> {
  if (signal.aborted || !('OTPCredential' in window)) return null;
  const request = { otp: { transport: ['sms'] }, signal };
  try {
    const credential = await navigator.credentials.get(request as CredentialRequestOptions);
    return (credential as { code?: string } | null)?.code ?? null;
  } catch {
    // The customer said no, or the page may not ask.
    return null;
  }
}

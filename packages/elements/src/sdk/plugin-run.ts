import type { SdkPlugin, SdkPluginContext } from './sdk-plugin.js';

type Data = Record<string, unknown>;

/** One run of a plug-in. It ends once: in data, or in `null` where it came to nothing. Let go of, it ends in neither. */
export class PluginRun {
  private readonly aborting = new AbortController();
  private isOver = false;

  constructor(
    plugin: SdkPlugin,
    context: Omit<SdkPluginContext, 'signal'>,
    private readonly onEnd: (data: Data | null) => void,
  ) {
    void this.run(plugin, context);
  }

  /** Without a word to a plug-in that has ended by itself. */
  letGo(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.aborting.abort();
  }

  private async run(plugin: SdkPlugin, context: Omit<SdkPluginContext, 'signal'>): Promise<void> {
    let data: Data | null = null;
    try {
      data = sendable(await plugin({ ...context, signal: this.aborting.signal }));
    } catch (error) {
      // The page's own error, for the page to see. Somebody who closes their wallet is none.
      if (!this.isOver && !isAbort(error)) reportError(error);
    }
    if (this.isOver) return;
    this.isOver = true;
    this.onEnd(data);
  }
}

/** As it is now, whatever the plug-in does with it later. */
function sendable(value: unknown): Data | null {
  if (!isRecord(value)) return null;
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return isRecord(copy) ? copy : null;
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By its name: an SDK's frame has errors of its own making. */
function isAbort(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}

/** What a plug-in is given to do its work with. */
export interface SdkPluginContext {
  /** As the provider sends them. */
  params: Readonly<Record<string, unknown>>;
  /** An empty element in the page, in the place of the form, for what the SDK draws. */
  container: HTMLElement;
  /** The customer's language tag. */
  locale: string;
  /** Aborted when the customer stops, or the payment goes on without the plug-in. */
  signal: AbortSignal;
}

/**
 * Does what a provider's own SDK does for one kind of next action. Resolves with the `data` of the answer, or rejects when it
 * could not be done: the customer may then try again or stop. Neither says anything about money: the backend does.
 */
export type SdkPlugin = (context: SdkPluginContext) => Promise<Record<string, unknown>>;

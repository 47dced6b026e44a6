/** Of the slots through which the page's own element shows in the place of the view. */
const SLOT = 'florin-sdk';

/**
 * An element for a plug-in to draw into, in the page's own tree and not in a shadow root of ours: the page's styles reach
 * it, and scripts that look for it by a selector find it. It is slotted to where the view stands.
 */
export class PluginContainer {
  readonly element = document.createElement('div');
  private readonly slot = document.createElement('slot');

  /** The view has a slot named `container`. */
  constructor(view: Element) {
    const { element, slot } = this;
    const root = view.getRootNode();
    const isInCheckout = root instanceof ShadowRoot && root.host.localName === 'florin-checkout';
    if (!isInCheckout) {
      element.slot = 'container';
      view.append(element);
      return;
    }
    slot.name = SLOT;
    slot.slot = 'container';
    element.slot = SLOT;
    view.append(slot);
    root.host.append(element);
  }

  remove(): void {
    this.element.remove();
    this.slot.remove();
  }
}

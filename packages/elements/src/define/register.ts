/** Registers an element once. A page that loads Florin twice keeps the first one and does not break. */
export function register(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

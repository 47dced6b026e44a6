import { Component, Element, Host, Prop, State, Watch, h } from '@stencil/core';
import { loadDisplayMessages, type DisplayMessages } from '@florin/locale/display';
import { placeOf } from '../place/place.js';

/** Being built. */
@Component({ tag: 'florin-installments', styleUrls: ['../theme/tokens.css', 'installments.css'], shadow: true })
export class FlorinInstallments {
  @Element() host!: HTMLElement;

  /** Language tag. The nearest `lang` attribute unless it is said. */
  @Prop({ reflect: true, mutable: true }) locale?: string;

  @State() messages?: DisplayMessages['installments'];

  @Watch('locale')
  async loadWords(): Promise<void> {
    this.messages = await loadDisplayMessages('installments', placeOf(this, this.host).locale);
  }

  async componentWillLoad(): Promise<void> {
    await this.loadWords();
  }

  render() {
    return <Host></Host>;
  }
}

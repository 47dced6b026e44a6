import { Component, Element, Host, Prop, State, Watch, h } from '@stencil/core';
import { MARK_HEIGHT } from '@florin/core/brand-mark';
import { directionOf } from '@florin/locale';
import { languageOf, takeWords, type Words } from '../place/words.js';
import { marksOf, type AcceptedMark } from './marks-of.js';

/**
 * The ways to pay that a shop takes, each with its mark or its name, all of them: nothing is left out for want of room.
 * @part list - The list of them.
 * @part mark - The card that a mark is drawn on, or that a name stands on.
 * @part name - The name on it.
 */
@Component({
  tag: 'florin-accepted-methods',
  styleUrls: ['../theme/tokens.css', 'accepted-methods.css'],
  shadow: true,
})
export class FlorinAcceptedMethods {
  @Element() host!: HTMLElement;

  /** Schemes (`visa`, `cartes_bancaires`) and other names, with commas in between: `visa, mastercard, Alma`. */
  @Prop() methods?: string;

  /** What the list is called, for whoever does not see it. "Ways to pay" in the visitor's language unless it is said. */
  @Prop() label?: string;

  /** Language tag. The nearest `lang` attribute unless it is said. */
  @Prop({ reflect: true, mutable: true }) locale?: string;

  /** `light`, `dark`, or `auto`: as the visitor's system. Unsaid, the page's own scheme counts. */
  @Prop({ reflect: true }) theme?: 'auto' | 'light' | 'dark';

  @State() words?: Words<'accepted-methods'>;

  @Watch('locale')
  async loadWords(): Promise<void> {
    await takeWords('accepted-methods', this, this.host);
  }

  async componentWillLoad(): Promise<void> {
    await this.loadWords();
  }

  render() {
    const marks = marksOf(this.methods ?? '');
    const language = languageOf(this, this.host);
    if (!language || marks.length === 0) return <Host></Host>;
    return (
      <Host>
        <ul
          part="list"
          role="list"
          dir={directionOf(language.locale)}
          aria-label={this.label || language.messages['accepted.title']}
        >
          {marks.map((mark) => (
            <li key={mark.name}>{drawn(mark)}</li>
          ))}
        </ul>
      </Host>
    );
  }
}

function drawn({ name, drawing }: AcceptedMark) {
  if (!drawing)
    return (
      <bdi part="mark name" class="name">
        {name}
      </bdi>
    );
  const { width, size, lines } = drawing;
  return (
    <svg viewBox={`0 0 ${width} ${MARK_HEIGHT}`} role="img" aria-label={name}>
      <rect part="mark" x="0.5" y="0.5" width={width - 1} height={MARK_HEIGHT - 1} rx="3" />
      {lines.map(({ text, y, length }) => (
        <text part="name" x={width / 2} y={y} font-size={size} textLength={length} lengthAdjust="spacingAndGlyphs">
          {text}
        </text>
      ))}
    </svg>
  );
}

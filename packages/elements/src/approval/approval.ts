import { isAction, type ActionOf, type NextAction } from '@florin/contract';
import type { Messages } from '@florin/locale';
import { html } from 'lit';
import { ActionView } from '../action-view/action-view.js';
import { controls } from '../theme/controls.styles.js';
import { tokens } from '../theme/tokens.styles.js';
import { viewStyles } from '../theme/view.styles.js';

export class FlorinApproval extends ActionView<ActionOf<'approval'>> {
  static override styles = [tokens, controls, viewStyles];

  protected override isFor(action: NextAction): action is ActionOf<'approval'> {
    return isAction(action, 'approval');
  }

  protected override renderAction(_action: ActionOf<'approval'>, messages: Messages): unknown {
    return html`<div class="view"><h2 part="heading" tabindex="-1">${messages['waiting.title']}</h2></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'florin-approval': FlorinApproval;
  }
}

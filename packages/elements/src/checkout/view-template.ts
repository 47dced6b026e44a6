import type { ActionAnswer } from '@florin/contract';
import type { PaymentState } from '@florin/core';
import type { Messages } from '@florin/locale';
import { html, type TemplateResult } from 'lit';
import type { AnswerEvent } from './answer-event.js';
import type { ViewName } from './view.js';

interface ViewContext {
  state: PaymentState;
  messages: Messages;
  locale: string;
  /** The attribute that is missing or wrong, when one is. */
  attribute: string | null;
  serverNow: () => number;
  confirm: (answer: ActionAnswer) => Promise<void>;
  resend: () => Promise<void>;
  cancel: () => Promise<void>;
  refresh: () => Promise<void>;
  /** Says something to whoever listens to the page instead of looking at it. */
  say: (text: string) => void;
}

/** Draws a view. The words inside its tag are shown for as long as its code is on the way. */
export function renderView(name: ViewName, context: ViewContext): TemplateResult {
  const { state, messages, locale, serverNow } = context;
  const isBusy = state.decision !== null;
  const handleAnswer = (event: AnswerEvent) => void context.confirm(event.detail);
  const handleSay = (event: CustomEvent<string>) => context.say(event.detail);
  switch (name) {
    case 'otp':
      return html`<florin-otp
        exportparts="heading, input, label, hint, error, submit, resend, cancel"
        .action=${state.action}
        .messages=${messages}
        .locale=${locale}
        .serverNow=${serverNow}
        .busy=${isBusy}
        .problem=${state.problem?.code ?? null}
        @florin-answer=${handleAnswer}
        @florin-resend=${context.resend}
        @florin-cancel=${context.cancel}
        @florin-say=${handleSay}
        >${messages['otp.title']}</florin-otp
      >`;
    case 'qr':
      return html`<florin-qr
        exportparts="heading, code, cancel"
        .action=${state.action}
        .messages=${messages}
        .locale=${locale}
        .serverNow=${serverNow}
        .busy=${isBusy}
        @florin-cancel=${context.cancel}
        @florin-say=${handleSay}
        >${messages['qr.title']}</florin-qr
      >`;
    case 'three-ds':
      return html`<florin-three-ds
        exportparts="heading, frame, cancel, text, resume"
        .action=${state.action}
        .messages=${messages}
        .serverNow=${serverNow}
        .busy=${isBusy}
        @florin-answer=${handleAnswer}
        @florin-say=${handleSay}
        >${messages['three_ds.preparing']}</florin-three-ds
      >`;
    case 'status':
      return html`<florin-status
        exportparts="heading, text, reference, retry, icon"
        .state=${state}
        .attribute=${context.attribute}
        .messages=${messages}
        .locale=${locale}
        @florin-retry=${context.refresh}
        @florin-say=${handleSay}
        >${messages['waiting.title']}</florin-status
      >`;
  }
}

import { loadMessages } from '@florin/locale';
import { configure, within } from '@testing-library/dom';
import { userEvent } from 'vitest/browser';
import type { FlorinCard } from './card.js';
import '../define/card.js';

// A part that is fetched takes its time on a busy machine; and a shadow root cannot be printed.
configure({ asyncUtilTimeout: 10_000, getElementError: (message) => new Error(message ?? 'not found') });

const NOW = new Date('2026-11-21T10:00:00Z');

export async function mount(properties: object = {}, parent: HTMLElement = document.body): Promise<FlorinCard> {
  const card = document.createElement('florin-card');
  Object.assign(card, { messages: await loadMessages('en'), locale: 'en', now: () => NOW }, properties);
  parent.append(card);
  await card.updateComplete;
  return card;
}

/** Queries for what stands in an element's shadow root. */
export const inside = (element: Element) => within(element.shadowRoot as unknown as HTMLElement);

export const fieldOf = (card: FlorinCard, label: RegExp) => inside(card).getByLabelText<HTMLInputElement>(label);

/** Real keys, where the caret stands. */
export async function typeInto(card: FlorinCard, input: HTMLInputElement, keys: string): Promise<void> {
  input.focus();
  if (keys) await userEvent.keyboard(keys);
  await card.updateComplete;
}

/** `4242 |42`: a text with its caret. */
export function shown({ value, selectionStart }: HTMLInputElement): string {
  const caret = selectionStart ?? 0;
  return `${value.slice(0, caret)}|${value.slice(caret)}`;
}

/** A card that can be sent. */
export async function fillIn(card: FlorinCard): Promise<void> {
  const texts = { number: '4242424242424242', expiry: '0442', cvc: '123', holder: 'Ana Lopes' };
  for (const [id, text] of Object.entries(texts)) {
    const input = card.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
    if (input) await typeInto(card, input, text);
  }
}

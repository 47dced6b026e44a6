import type { CardLookup } from '@florin/contract';
import type { Checkout, PaymentState } from '@florin/core';
import type { FlorinCheckout } from '@florin/elements';
import type { Stage } from './stage.js';

/** Something that the customer decides. */
export type Call = keyof Pick<Checkout, 'submit' | 'confirm' | 'resend' | 'cancel' | 'refresh'>;

/** One state of a view. It is data, so that tests can list it without a page. */
export interface GalleryState {
  /** Where the payment stands. */
  payment: Partial<PaymentState>;
  /** The same as a backend tells it to a customer of that language; without it nothing in it is read by them. */
  inLanguage?: (payment: Partial<PaymentState>, locale: string) => Partial<PaymentState>;
  /** What the backend answers to the customer. Without an answer nothing comes of a call; the view stays busy with it. */
  answers?: Partial<Record<Call, (state: PaymentState) => Partial<PaymentState>>>;
  /** What the backend knows of every card. */
  lookup?: CardLookup;
  /** What the page has set on the tag. */
  tag?: Partial<
    Pick<
      FlorinCheckout,
      'appearance' | 'cardPicture' | 'expiry' | 'inputs' | 'labels' | 'layout' | 'look' | 'plugins' | 'shipping'
    >
  >;
  /** What the page has put inside it. */
  inside?: () => Promise<Node[]>;
  /** What stands in the place of a whole checkout. */
  alone?: (locale: string) => Promise<HTMLElement>;
  /** A CSS selector of what is there once it is drawn, in whatever root; without it the heading, or the pay button. */
  shows?: string;
  /** What takes the focus when it comes while the customer is in the form; without it the heading. */
  arrival?: string;
  /** It is about what has the focus. On a sheet there is but one. */
  isFocused?: true;
  /** What has to happen until the state is there. */
  act?: (stage: Stage) => void | Promise<void>;
}

/** The states of a view, by their names in the address. */
export type GalleryStates = Readonly<Record<string, GalleryState>>;

import { approval } from './states/approval.js';
import { card } from './states/card.js';
import { cardPicture } from './states/card-picture.js';
import { fields } from './states/fields.js';
import { iframe } from './states/iframe.js';
import { installments } from './states/installments.js';
import { instructions } from './states/instructions.js';
import { methods } from './states/methods.js';
import { otp } from './states/otp.js';
import { ownPage } from './states/own-page.js';
import { qr } from './states/qr.js';
import { redirect } from './states/redirect.js';
import { savedCard } from './states/saved-card.js';
import { sdk } from './states/sdk.js';
import { status } from './states/status.js';
import { challenge } from './states/three-ds-challenge.js';
import { threeDSMethod } from './states/three-ds-method.js';
import type { GalleryStates } from './gallery-state.js';

export type { GalleryState, GalleryStates } from './gallery-state.js';

/** Every view and its states: the address of each is `/gallery?view=…&state=…`. */
export const views: Readonly<Record<string, GalleryStates>> = {
  card,
  card_picture: cardPicture,
  fields,
  methods,
  saved_card: savedCard,
  installments,
  three_ds_method: threeDSMethod,
  three_ds_challenge: challenge,
  otp,
  redirect,
  iframe,
  qr,
  approval,
  instructions,
  sdk,
  status,
  own_page: ownPage,
};

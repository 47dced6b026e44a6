import type { ActionOf } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { asked, origin } from '../payments.js';

const method: ActionOf<'three_ds_method'> = {
  type: 'three_ds_method',
  // Answers nothing: the bank goes on looking.
  url: `${origin}/gallery/bank/silent`,
  params: { threeDSMethodData: 'eyJub25jZSI6ImdhbGxlcnkifQ' },
  server_trans_id: '8a880dc0-d2d2-4067-bcb1-b08d1690b26e',
  timeout_ms: 600_000,
  notification_origin: origin,
  nonce: 'gallery-method',
};

export const threeDSMethod: GalleryStates = {
  waiting: { payment: asked(method) },
  overdue: { payment: { ...asked(method), overdue: true } },
};

import type { ActionOf } from '@florin/contract';
import type { GalleryStates } from '../gallery-state.js';
import { notStopped } from '../not-stopped.js';
import { asked, askedStill, inSeconds, stopping } from '../payments.js';

const approvalOf = (overrides: Partial<ActionOf<'approval'>> = {}): ActionOf<'approval'> => ({
  type: 'approval',
  ...overrides,
});

export const approval: GalleryStates = {
  plain: { payment: asked(approvalOf()) },
  app: { payment: asked(approvalOf({ app_name: 'Harbour' })) },
  dial_code: { payment: asked(approvalOf({ dial_code: '*126#' })) },
  resend_counting: {
    payment: asked(approvalOf({ app_name: 'Harbour', resend_at: inSeconds(45), expires_at: inSeconds(240) })),
  },
  resend: { payment: asked(approvalOf({ app_name: 'Harbour', resend_at: inSeconds(-1) })) },
  resent: {
    payment: asked(approvalOf({ app_name: 'Harbour', resend_at: inSeconds(-1) })),
    answers: { resend: () => asked(approvalOf({ app_name: 'Harbour', resend_at: inSeconds(60) })) },
    act: (stage) => stage.press('resend'),
  },
  time_is_up: { payment: asked(approvalOf({ app_name: 'Harbour', expires_at: inSeconds(-1) })) },
  expired: {
    payment: asked(approvalOf({ app_name: 'Harbour', expires_at: inSeconds(-1) })),
    answers: { refresh: askedStill },
  },
  stopping: { payment: stopping(approvalOf({ app_name: 'Harbour' })) },
  not_stopped: notStopped(approvalOf({ app_name: 'Harbour' })),
  resend_refused: {
    payment: asked(approvalOf({ app_name: 'Harbour', resend_at: inSeconds(-1) })),
    answers: { resend: () => ({ problem: { code: 'rate_limited', decision: 'resend' } }) },
    act: (stage) => stage.press('resend'),
  },
};

import { views } from './views.js';

export { views } from './views.js';

/** One state on a sheet, with what is set for it alone. */
export interface SheetState {
  view: string;
  state: string;
  settings?: Readonly<Record<string, string>>;
}

const looks = ['clean', 'outlined', 'soft', 'dense'];
const labels = ['above', 'floating'];
const inputs = ['spaced', 'joined'];
const layouts = ['accordion', 'list', 'tabs', 'single'];
const widths = ['240', '320', '480', '640', '900'];

const everyStateOf = (view: string): SheetState[] => Object.keys(views[view] ?? {}).map((state) => ({ view, state }));

type Row = [view: string, state: string, settings?: SheetState['settings']];
const onSheet = (rows: Row[]): SheetState[] => rows.map(([view, state, settings = {}]) => ({ view, state, settings }));

/** Several states on one page, to be seen at a glance: `/gallery?sheet=…`. Each view has one. */
export const sheets: Readonly<Record<string, readonly SheetState[]>> = {
  ...Object.fromEntries(Object.keys(views).map((view) => [view, everyStateOf(view)])),
  card_by_look: looks.flatMap((look) =>
    labels.flatMap((label) =>
      inputs.map((input) => ({
        view: 'card',
        state: 'half_filled',
        settings: { look, labels: label, inputs: input },
      })),
    ),
  ),
  methods_by_look: looks.flatMap((look) =>
    layouts.map((layout) => ({ view: 'methods', state: 'every_kind', settings: { look, layout } })),
  ),
  /** Together they show every token. */
  every_token: onSheet([
    ['card', 'everything_asked_errors'],
    ['card', 'paying'],
    ['methods', 'every_kind'],
    ['methods', 'mobile_money_errors'],
    ['saved_card', 'code_missing'],
    ['saved_card', 'removed'],
    ['installments', 'choice_of_plans'],
    ['installments', 'credit'],
    ['otp', 'wrong_code'],
    ['qr', 'every_way'],
    ['approval', 'resend_counting'],
    ['instructions', 'ask_to_stop'],
    ['three_ds_challenge', 'ask_to_stop', { width: '700' }],
    ['fields', 'floating_mistakes'],
    ['fields', 'joined_mistakes'],
    ['methods', 'every_kind_tabs'],
    ['methods', 'every_kind_single_open'],
    ['methods', 'accepted_brands'],
    ['card', 'brand_choice'],
    ['card_picture', 'front'],
    ['status', 'expired'],
    ['status', 'paid'],
    ['status', 'failed_generic_decline'],
    ['status', 'processing_overdue'],
  ]),
  by_width: [
    { view: 'card', state: 'everything_asked_errors' },
    { view: 'saved_card', state: 'list' },
    { view: 'qr', state: 'every_way' },
  ].flatMap((one) => widths.map((width) => ({ ...one, settings: { width } }))),
};

import { TEST_OTP } from '@florin/sandbox/test-cards';
import type { Scenario } from '@florin/sandbox';
import type { Page } from '@playwright/test';
import { expect } from './customer.js';
import type { Payer } from './payer.js';

/** Something that a customer is asked for in the shop's own page: how it begins, how it is done, how it is given up. */
export interface Asked {
  /** The element that asks. */
  view: string;
  pays(payer: Payer): Promise<void>;
  does(payer: Payer): Promise<void>;
  stops(payer: Payer): Promise<void>;
  /** What the order is made with, so that it is asked for. */
  scenario?: Scenario;
}

const confirms = (page: Page): Promise<void> => page.getByRole('button', { name: 'Confirm' }).click();
const paysBy = (name: string) => async (payer: Payer) => {
  await payer.chooses(name);
  await payer.payButton.click();
};
const paysByCard = (payer: Payer): Promise<void> => payer.pays({ number: '4242 4242 4242 4242' });
const approves = async (payer: Payer): Promise<void> => void (await payer.answersOnPhone('approve'));
const stopsAtOnce = (payer: Payer): Promise<void> => payer.cancels();

/** Where it is asked about once. */
const isSure = (payer: Payer) => payer.page.getByRole('alertdialog').getByRole('button').last().click();

export const asked = {
  otp: {
    view: 'florin-otp',
    scenario: { asks: 'otp' },
    pays: paysByCard,
    async does(payer) {
      await payer.page.getByRole('textbox', { name: payer.says('otp.label') }).pressSequentially(TEST_OTP);
      await payer.page.keyboard.press('Enter');
    },
    stops: stopsAtOnce,
  },
  popup: {
    view: 'florin-redirect',
    async pays(payer) {
      const opened = payer.page.waitForEvent('popup');
      await paysBy('Sandbank (popup)')(payer);
      await expect((await opened).getByRole('button', { name: 'Confirm' })).toBeVisible();
    },
    async does({ page }) {
      const popup = page.context().pages().at(-1);
      if (!popup || popup === page) throw new Error('No window is open.');
      await confirms(popup);
    },
    stops: stopsAtOnce,
  },
  iframe: {
    view: 'florin-iframe',
    pays: paysBy('Sandbank (iframe)'),
    does: ({ page }) => page.frameLocator('florin-iframe iframe').getByRole('button', { name: 'Confirm' }).click(),
    async stops(payer) {
      await payer.cancels();
      await isSure(payer);
    },
  },
  qr: {
    view: 'florin-qr',
    pays: (payer) => paysBy(payer.says('methods.qr'))(payer),
    does: approves,
    stops: stopsAtOnce,
  },
  approval: {
    view: 'florin-approval',
    pays: paysBy('Sandbank (app)'),
    does: approves,
    stops: (payer) => payer.cancels('action.other_method'),
  },
  instructions: {
    view: 'florin-instructions',
    pays: (payer) => paysBy(payer.says('methods.instructions'))(payer),
    does: approves,
    async stops(payer) {
      await payer.cancels('action.other_method');
      await isSure(payer);
    },
  },
  sdk: {
    view: 'florin-sdk',
    pays: paysBy('Sand Wallet (SDK)'),
    does: ({ page }) => page.getByRole('button', { name: 'Pay with Sand Wallet', exact: true }).click(),
    stops: stopsAtOnce,
  },
} satisfies Record<string, Asked>;

import type { Design } from './design.js';

const serif = '"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif';
const rounded = 'ui-rounded, "SF Pro Rounded", Nunito, Quicksand, system-ui, sans-serif';
const mono = 'ui-monospace, "SF Mono", Menlo, Consolas, monospace';

/** Beginnings. Each passes AA in a light and in a dark scheme: e2e/journeys/studio.spec.ts looks. */
export const presets: Readonly<Record<string, Design>> = {
  Clean: { choices: {}, variables: {} },
  Outlined: { choices: { look: 'outlined' }, variables: {} },
  Soft: { choices: { look: 'soft' }, variables: {} },
  Dense: { choices: { look: 'dense' }, variables: {} },
  Harbour: {
    choices: { inputs: 'joined' },
    variables: {
      colorPrimary: 'light-dark(#0b5563, #7fd1de)',
      colorBackground: 'light-dark(#f5f8f8, #0d1b1e)',
      colorText: 'light-dark(#10262b, #e6f1f2)',
      colorDanger: 'light-dark(#a3201a, #ffa199)',
      borderRadius: '3px',
      fieldBackground: 'light-dark(#ffffff, #13262a)',
    },
  },
  Gelato: {
    choices: { look: 'soft', labels: 'floating' },
    variables: {
      colorPrimary: 'light-dark(#b3125f, #ff9ecb)',
      colorBackground: 'light-dark(#fff6f0, #26141f)',
      colorText: 'light-dark(#2a0c21, #ffeaf4)',
      colorDanger: 'light-dark(#a51c00, #ffb199)',
      fontFamily: rounded,
      spacingUnit: '5px',
      borderRadius: '18px',
      borderWidth: '2px',
    },
  },
  Atelier: {
    choices: { look: 'outlined', labels: 'floating', layout: 'list' },
    variables: {
      colorPrimary: 'light-dark(#1c1a17, #f2e9d8)',
      colorBackground: 'light-dark(#f7f2e8, #171512)',
      colorText: 'light-dark(#1c1a17, #f2e9d8)',
      colorDanger: 'light-dark(#8f1f14, #f5a89c)',
      fontFamily: serif,
      spacingUnit: '5px',
      borderRadius: '0px',
      borderWidth: '1px',
      buttonBackground: 'light-dark(#1c1a17, #f2e9d8)',
      buttonBackgroundHover: 'light-dark(#3a362f, #ffffff)',
      buttonText: 'light-dark(#f7f2e8, #171512)',
      fontWeightBold: '500',
    },
  },
  Meadow: {
    choices: { look: 'soft', layout: 'tabs' },
    variables: {
      colorPrimary: 'light-dark(#2f6b1f, #a8d977)',
      colorBackground: 'light-dark(#fbfdf6, #131a10)',
      colorText: 'light-dark(#131d0e, #ecf3e4)',
      colorDanger: 'light-dark(#a12a10, #ffab94)',
      borderRadius: '12px',
    },
  },
  Console: {
    choices: { look: 'dense', inputs: 'joined' },
    variables: {
      colorPrimary: 'light-dark(#5b21b6, #c4a7ff)',
      colorBackground: 'light-dark(#f4f4f5, #0b0b0f)',
      colorText: 'light-dark(#18181b, #e4e4e7)',
      fontFamily: mono,
      borderRadius: '2px',
    },
  },
};

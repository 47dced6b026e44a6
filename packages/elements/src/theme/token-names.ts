// Made by `npm run docs` from packages/elements/src/theme/tokens.json: change it there.

/** The tokens by the names that `appearance.variables` knows them by. Each is a CSS value. */
export interface AppearanceVariables {
  /** What can be pressed, and what is chosen. */
  colorPrimary?: string;
  /** What the checkout stands on: the page paints it, and says it here. */
  colorBackground?: string;
  /** Text. */
  colorText?: string;
  /** Errors. */
  colorDanger?: string;
  /** What is paid. */
  colorSuccess?: string;
  /** What needs attention and is no error. */
  colorWarning?: string;
  /** Text on the primary colour. */
  colorOnPrimary?: string;
  /** The primary colour under the pointer. */
  colorPrimaryHover?: string;
  /** Hints, and whatever is said less loudly. */
  colorTextSecondary?: string;
  /** A floating label that rests in its field. */
  colorTextPlaceholder?: string;
  /** Borders of what can be filled in or chosen: 3 to 1 at least (WCAG 2.2, 1.4.11). */
  colorBorder?: string;
  /** Lines that only part one thing from another. */
  colorDivider?: string;
  /** Behind what is chosen. */
  colorSelected?: string;
  /** Behind the words about a failure. */
  colorDangerBackground?: string;
  /** Typeface. Florin loads no font: the page does. */
  fontFamily?: string;
  /** Size of the text. In a field never less than 16 px: below it iOS zooms the page. */
  fontSizeBase?: string;
  /** Headings. */
  fontSizeXl?: string;
  /** Labels. */
  fontSizeSm?: string;
  /** Hints and errors. */
  fontSizeXs?: string;
  /** Text. */
  fontWeightNormal?: string;
  /** Labels and errors. */
  fontWeightMedium?: string;
  /** Headings and buttons. */
  fontWeightBold?: string;
  /** Height of a line, of the size of its text. */
  fontLineHeight?: string;
  /** What every distance is a multiple of. */
  spacingUnit?: string;
  /** Between one block and the next. */
  spacingBlock?: string;
  /** Between things that belong together. */
  spacingInline?: string;
  /** Between one line of fields and the next. */
  gridRowSpacing?: string;
  /** Between fields that share a line. */
  gridColumnSpacing?: string;
  /** Width of every border. */
  borderWidth?: string;
  /** Corners. */
  borderRadius?: string;
  /** Corners of what is small: marks, boxes to tick. */
  borderRadiusSmall?: string;
  /** Of a field. */
  shadowField?: string;
  /** Of the pay button. */
  shadowButton?: string;
  /** Of a way to pay. */
  shadowMethod?: string;
  /** Of what lies over the page: the window of a bank's question. */
  shadowOverlay?: string;
  /** How long a change takes. None where less motion is asked for. */
  motionDuration?: string;
  /** How it goes. */
  motionEasing?: string;
  /** Ring around what has the focus: 3 to 1 at least (WCAG 2.2, 1.4.11). */
  focusColor?: string;
  /** Its width. */
  focusWidth?: string;
  /** Its distance. */
  focusOffset?: string;
  /** Least height of a field. With a coarse pointer never less than 44 px. */
  fieldHeight?: string;
  /** Between the border of a field and its text. */
  fieldPadding?: string;
  /** Behind what is typed. */
  fieldBackground?: string;
  /** What is typed. */
  fieldText?: string;
  /** Border of a field. */
  fieldBorderColor?: string;
  /** Its width. */
  fieldBorderWidth?: string;
  /** Its corners. */
  fieldBorderRadius?: string;
  /** Least height of the pay button. Other buttons are 4 px lower; with a coarse pointer none is less than 44 px. */
  buttonHeight?: string;
  /** The pay button. */
  buttonBackground?: string;
  /** The pay button under the pointer. */
  buttonBackgroundHover?: string;
  /** Its words. */
  buttonText?: string;
  /** Its border. */
  buttonBorderColor?: string;
  /** Corners of every button. */
  buttonBorderRadius?: string;
  /** Weight of the words on every button. */
  buttonFontWeight?: string;
  /** Least height of a way to pay. */
  methodHeight?: string;
  /** A way to pay. */
  methodBackground?: string;
  /** The chosen one. */
  methodBackgroundSelected?: string;
  /** Its border. */
  methodBorderColor?: string;
  /** Border of the chosen one. */
  methodBorderColorSelected?: string;
  /** Its corners. */
  methodBorderRadius?: string;
}

export const variableNames: readonly (keyof AppearanceVariables)[] = [
  'colorPrimary',
  'colorBackground',
  'colorText',
  'colorDanger',
  'colorSuccess',
  'colorWarning',
  'colorOnPrimary',
  'colorPrimaryHover',
  'colorTextSecondary',
  'colorTextPlaceholder',
  'colorBorder',
  'colorDivider',
  'colorSelected',
  'colorDangerBackground',
  'fontFamily',
  'fontSizeBase',
  'fontSizeXl',
  'fontSizeSm',
  'fontSizeXs',
  'fontWeightNormal',
  'fontWeightMedium',
  'fontWeightBold',
  'fontLineHeight',
  'spacingUnit',
  'spacingBlock',
  'spacingInline',
  'gridRowSpacing',
  'gridColumnSpacing',
  'borderWidth',
  'borderRadius',
  'borderRadiusSmall',
  'shadowField',
  'shadowButton',
  'shadowMethod',
  'shadowOverlay',
  'motionDuration',
  'motionEasing',
  'focusColor',
  'focusWidth',
  'focusOffset',
  'fieldHeight',
  'fieldPadding',
  'fieldBackground',
  'fieldText',
  'fieldBorderColor',
  'fieldBorderWidth',
  'fieldBorderRadius',
  'buttonHeight',
  'buttonBackground',
  'buttonBackgroundHover',
  'buttonText',
  'buttonBorderColor',
  'buttonBorderRadius',
  'buttonFontWeight',
  'methodHeight',
  'methodBackground',
  'methodBackgroundSelected',
  'methodBorderColor',
  'methodBorderColorSelected',
  'methodBorderRadius',
];

/** The handful that all others come from. */
export const basicVariableNames: readonly (keyof AppearanceVariables)[] = [
  'colorPrimary',
  'colorBackground',
  'colorText',
  'colorDanger',
  'fontFamily',
  'spacingUnit',
  'borderRadius',
];

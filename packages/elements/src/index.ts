export { ActionView, type ActionViewEvents } from './action-view/action-view.js';
export type {
  Appearance,
  AppearanceVariables,
  InputSpacing,
  LabelPlacement,
  Layout,
  Look,
  Theme,
} from './appearance/appearance.js';
export { FlorinApproval } from './approval/approval.js';
export { FlorinBrandMark } from './brand-mark/brand-mark.js';
export { FlorinBrandMarks } from './brand-mark/brand-marks.js';
export { FlorinCard } from './card/card.js';
export { FlorinCardPicture } from './card-picture/card-picture.js';
export { FlorinCheckout } from './checkout/checkout.js';
export type { CheckoutEventDetails, CheckoutEventName } from './checkout/host-events.js';
export { FlorinMethodIcon } from './icon/method-icon.js';
export { FlorinIframe } from './iframe/iframe.js';
export { FlorinInstructions } from './instructions/instructions.js';
export { FlorinMessages } from './messages/messages.js';
export { FlorinMethods } from './methods-list/methods-list.js';
export { FlorinOtp } from './otp/otp.js';
export { FlorinPayButton } from './pay-button/pay-button.js';
export { FlorinPhoneNumber } from './methods/phone-number.js';
export { FlorinQr } from './qr/qr.js';
export { PaymentWindow } from './redirect/payment-window.js';
export { FlorinRedirect } from './redirect/redirect.js';
export { FlorinSecurityCode } from './saved-card/security-code.js';
export { FlorinSdk } from './sdk/sdk.js';
export type { SdkPlugin, SdkPluginContext } from './sdk/sdk-plugin.js';
export { FlorinStatus } from './status/status.js';
export { FlorinThreeDSMethod } from './three-ds/three-ds-method.js';
export { FlorinThreeDS } from './three-ds/three-ds.js';

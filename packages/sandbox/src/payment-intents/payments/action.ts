import type { Challenge, MethodCall } from '../../acs/challenges.js';
import type { WordingName } from '../../acs/wordings.js';
import type { Behaviour } from '../../asks.js';

interface Asked {
  expiresAt: number;
  behaves?: Behaviour | undefined;
}

export interface OtpAction extends Asked {
  type: 'otp';
  /** Masked. */
  sentTo: string;
  /** Absent where the customer dials to get it: then only the customer can get another. */
  resendAt?: number;
  attemptsLeft: number;
  dialCode?: string | undefined;
}

export interface MethodAction extends Asked {
  type: 'three_ds_method';
  call: MethodCall;
  timeout: number;
}

export interface ChallengeAction extends Asked {
  type: 'challenge';
  challenge: Challenge;
  wording: WordingName;
}

/** What the bank's page or the phone answers, found by its token. */
interface Elsewhere extends Asked {
  token: string;
}

export interface PageAction extends Elsewhere {
  type: 'page';
  /** How the customer gets there; a form is posted there, and posts back. */
  by: 'link' | 'form' | 'popup' | 'frame';
}

export interface QrAction extends Elsewhere {
  type: 'qr';
  /** The wallet's own app can be opened, and its code copied. */
  hasApp: boolean;
}

export interface ApprovalAction extends Elsewhere {
  type: 'approval';
  appName?: string | undefined;
  dialCode?: string | undefined;
  /** Absent: nothing can be sent again. */
  resendAt?: number;
}

export interface InstructionsAction extends Elsewhere {
  type: 'instructions';
  lines: InstructionsLine[];
  /** There is a page of it to print. */
  isPrinted: boolean;
}

export interface InstructionsLine {
  label: string;
  value: string;
  copyable: boolean;
}

export interface SdkAction extends Asked {
  type: 'sdk';
  /** The wallet's own; its answer has to name it. */
  session: string;
}

/** An action that no client knows, to prove that clients survive one. */
export interface UnlistedAction {
  type: 'unlisted';
}

export type Action =
  | OtpAction
  | MethodAction
  | ChallengeAction
  | PageAction
  | QrAction
  | ApprovalAction
  | InstructionsAction
  | SdkAction
  | UnlistedAction;
export type ActionOf<Type extends Action['type']> = Extract<Action, { type: Type }>;

/** What the bank's page or the phone answers. */
export type TokenAction = Extract<Action, Elsewhere>;

export function isOneOf<Type extends TokenAction['type']>(
  action: Action,
  types: readonly Type[],
): action is ActionOf<Type> {
  return (types as readonly string[]).includes(action.type);
}

import { TEST_OTP } from '../../test-cards.js';
import type { ActionOf } from '../payments/action.js';
import { confirmed, refused } from '../payments/course.js';
import type { Attempt, Intent } from '../payments/model.js';
import type { World } from '../payments/world.js';
import { isObject, refuse, type Body } from './requests.js';

/** What a customer answers to an action. Of those that are answered elsewhere it is a hint, and changes nothing. */
export function confirmAction(world: World, intent: Intent, attempt: Attempt, body: Body): void {
  const { action } = attempt;
  const data = isObject(body['confirmation_data']) ? body['confirmation_data'] : {};
  switch (action?.type) {
    case 'otp':
      return checkOtp(world, intent, attempt, action, body['otp']);
    case 'three_ds_method':
      attempt.methodCompletion = completionIn(data);
      return confirmed(world, intent, attempt);
    case 'sdk':
      if (data['session'] !== action.session || typeof data['approved'] !== 'boolean')
        refuse('confirmation_data', 'The wallet has not said this.');
      if (action.behaves === 'never_answers') return;
      return (data['approved'] ? confirmed : refused)(world, intent, attempt);
  }
}

function checkOtp(world: World, intent: Intent, attempt: Attempt, action: ActionOf<'otp'>, otp: unknown): void {
  if (typeof otp !== 'string' || otp === '') refuse('otp', 'This field is required.');
  if (otp === TEST_OTP) return confirmed(world, intent, attempt);
  action.attemptsLeft -= 1;
  if (action.attemptsLeft === 0) world.payments.fail(intent, attempt, 'INVALID_OTP');
}

function completionIn(data: Body): 'Y' | 'N' | 'U' {
  const completion = data['three_ds_method'];
  if (completion === 'Y' || completion === 'N' || completion === 'U') return completion;
  return refuse('confirmation_data.three_ds_method', 'This field must be Y, N or U.');
}

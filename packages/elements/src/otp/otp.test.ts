import { directionOf, loadMessages } from '@florin/locale';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focused, inside, place, seen, settled } from '../checkout/place.fixture.js';
import { asked, inSeconds } from './otp.fixture.js';

const the = asked();

/** What is no fault of the field's. */
function isBelowButtons(text: string): boolean {
  const { bottom } = the.button('Cancel').getBoundingClientRect();
  return inside(the.otp).getByText(text).getBoundingClientRect().top >= bottom;
}

describe('the field', () => {
  it('is one, has its label, and is what phones look for', async () => {
    await the.ask({ length: 6 });
    const { input } = the;
    expect(inside(the.otp).getByLabelText('One-time code')).toBe(input);
    expect(input).toHaveAttribute('autocomplete', 'one-time-code');
    expect(input).toHaveAttribute('inputmode', 'numeric');
    expect(input).toHaveAttribute('type', 'text');
    expect(input.dir).toBe('ltr');
    expect(focused()).toBe(document.body);
  });

  it('takes letters where the code has some', async () => {
    await the.ask({ alphabet: 'alphanumeric', length: 6 });
    expect(the.input).toHaveAttribute('inputmode', 'text');
    await the.type('ab-c 12z{Enter}');
    expect(the.answers).toEqual([{ otp: 'abc12z' }]);
  });

  it.each([
    ['spaces', '123 456'],
    ['hyphens', '12-34-56'],
    ['Arabic digits', '١٢٣٤٥٦'],
    ['Bengali digits', '১২৩৪৫৬'],
  ])('takes %s', async (_, text) => {
    await the.ask({ length: 6 });
    the.fill(text, { inputType: 'insertFromPaste' });
    expect(the.answers).toEqual([{ otp: '123456' }]);
  });

  it('keeps the caret where it is, whatever is left out', async () => {
    await the.ask({ length: 6 });
    await the.type('1256{ArrowLeft}{ArrowLeft}-3 4');
    expect([the.input.value, the.input.selectionStart]).toEqual(['123456', 4]);
  });

  it('takes no seventh of six when it is typed', async () => {
    await the.ask({ length: 6 });
    await the.type('1234567');
    expect(the.input.value).toBe('123456');
    the.input.setSelectionRange(0, 1);
    await the.type('9');
    expect(the.input.value).toBe('923456');
  });

  it('waits while a keyboard composes', async () => {
    await the.ask({ length: 2 });
    the.fill('١', { inputType: 'insertCompositionText', data: '١', isComposing: true });
    the.fill('١٢', { inputType: 'insertCompositionText', data: '١٢', isComposing: true });
    expect(the.input.value).toBe('١٢');
    the.input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    expect(the.input.value).toBe('12');
    expect(the.answers).toEqual([]);
  });
});

describe('a code that comes in one go', () => {
  it.each([
    ['pasted', { inputType: 'insertFromPaste' }],
    ['put in place of the text', { inputType: 'insertReplacementText' }],
    ['suggested by the keyboard', { inputType: 'insertText', data: '123456' }],
    [
      'suggested by a keyboard that composes',
      { inputType: 'insertCompositionText', data: '123456', isComposing: true },
    ],
    ['filled by the phone as if it were typed', { inputType: 'insertText' }],
    ['filled by the browser', null],
  ])('needs no button: %s', async (_, init) => {
    await the.ask({ length: 6 });
    the.fill('123456', init);
    expect(the.answers).toEqual([{ otp: '123456' }]);
  });

  it('waits for the button when it is typed', async () => {
    await the.ask({ length: 4 });
    await the.type('1234');
    expect(the.answers).toEqual([]);
    await userEvent.click(the.button('Confirm'));
    expect(the.answers).toEqual([{ otp: '1234' }]);
  });

  it('waits for the button when it is brought back by undoing', async () => {
    await the.ask({ length: 4 });
    the.fill('1234', { inputType: 'historyUndo' });
    expect(the.answers).toEqual([]);
  });

  it('waits for the button when the length is not known, or is another', async () => {
    await the.ask();
    the.fill('123456', { inputType: 'insertFromPaste' });
    expect(the.answers).toEqual([]);
    the.otp.remove();
    await the.ask({ length: 6 });
    the.fill('12345', { inputType: 'insertFromPaste' });
    the.fill('1234567');
    expect(the.input.value).toBe('1234567');
    expect(the.answers).toEqual([]);
    expect(the.alert).toHaveTextContent('');
  });

  it('waits for the button when a machine fills in once more what was wrong', async () => {
    await the.ask({ length: 6 });
    the.fill('111111');
    await the.comesBack({ length: 6 });
    await expect.poll(() => the.input.value).toBe('');
    the.fill('111111');
    expect(the.answers).toHaveLength(1);
    await userEvent.click(the.button('Confirm'));
    expect(the.answers).toHaveLength(2);
  });
});

describe('errors', () => {
  it('say what to do, in a region that was there before', async () => {
    await the.ask({ length: 6 });
    const { alert: region, input } = the;
    expect(region).toHaveTextContent('');
    await userEvent.click(the.button('Confirm'));
    expect(the.alert).toBe(region);
    expect(region).toHaveTextContent('Enter the code.');
    expect(input).toHaveAttribute('aria-invalid', 'true');
    expect(input.getAttribute('aria-describedby')?.split(' ')).toContain(region.id);
    expect(focused()).toBe(input);
    await the.type('12{Enter}');
    expect(region).toHaveTextContent('Enter all 6 digits of the code.');
    await the.type('3');
    expect(region).toHaveTextContent('');
    expect(input).toHaveAttribute('aria-invalid', 'false');
    expect(the.answers).toEqual([]);
  });

  it('do not call letters digits', async () => {
    await the.ask({ length: 6, alphabet: 'alphanumeric' });
    await the.type('ab{Enter}');
    expect(the.alert).toHaveTextContent('Enter all 6 characters of the code.');
  });

  it('a code that is too long goes nowhere: each wrong one costs a try', async () => {
    await the.ask({ length: 6 });
    the.fill('1234567');
    await userEvent.click(the.button('Confirm'));
    expect(the.alert).toHaveTextContent('Enter all 6 digits of the code.');
    expect(the.answers).toEqual([]);
  });

  it('a wrong code is said, the field empty and ready', async () => {
    await the.ask({ length: 6, attempts_left: 3 });
    the.fill('111111');
    await the.comesBack({ length: 6, attempts_left: 2 });
    expect(the.alert).toHaveTextContent('This code is not the right one. Check it and enter it again. 2 tries left.');
    expect(the.input).toHaveAttribute('aria-invalid', 'true');
    await expect.poll(() => the.input.value).toBe('');
    expect(focused()).toBe(the.input);
    expect(seen(the.otp).match(/2 tries left/g)).toHaveLength(1);
    the.fill('222222');
    await settled(the.otp);
    expect(the.alert).toHaveTextContent('');
    expect(the.answers).toEqual([{ otp: '111111' }, { otp: '222222' }]);
  });

  it.each(['{Enter}', 'its button'])('a wrong code stays one until something is typed: %s', async (press) => {
    await the.ask({ length: 6 });
    the.fill('111111');
    await the.comesBack({ length: 6, attempts_left: 2 });
    await expect.poll(() => the.input.value).toBe('');
    if (press === 'its button') await userEvent.click(the.button('Confirm'));
    else await the.type(press);
    await settled(the.otp);
    const words = 'This code is not the right one. Check it and enter it again. 2 tries left.';
    expect(the.alert).toHaveTextContent(words);
    expect(the.said.at(-1)).toBe(words);
    expect(focused()).toBe(the.input);
    await the.type('1{Backspace}{Enter}');
    expect(the.alert).toHaveTextContent('Enter the code.');
  });

  it('a wrong code does not take the focus from the page', async () => {
    await the.ask({ length: 6 });
    the.fill('111111');
    const search = document.body.appendChild(document.createElement('input'));
    search.focus();
    await the.comesBack({ length: 6 });
    await expect.poll(() => the.input.value).toBe('');
    expect(focused()).toBe(search);
  });

  it('the last try is said to be the last', async () => {
    await the.ask({ length: 6, attempts_left: 1 });
    expect(seen(the.otp)).toContain('1 try left. After another wrong code you have to start the payment again.');
  });

  it('an answer that did not get through is not called a wrong code', async () => {
    await the.ask({ length: 6 });
    the.fill('111111');
    await the.comesBack({ length: 6 }, { problem: 'rate_limited' });
    expect(the.alert).toHaveTextContent('');
    expect(isBelowButtons('Try again in a few minutes, or use another way to pay.')).toBe(true);
    expect(the.said.at(-1)).toBe(the.english['recovery.retry_later']);
    expect(the.input).toHaveAttribute('aria-invalid', 'false');
    expect(the.input.value).toBe('111111');
  });

  it('none is shown when somebody else was busy', async () => {
    await the.ask({ length: 6 });
    await the.type('12');
    await the.comesBack({ length: 6 });
    expect(the.alert).toHaveTextContent('');
    expect(the.input.value).toBe('12');
  });
});

describe('while the code is checked', () => {
  it.each([
    ['en', 390],
    ['fr', 512],
    ['ar', 320],
    ['fr', 900],
  ])('no button moves: %s, %i px', async (locale, width) => {
    const messages = await loadMessages(locale);
    await the.ask({ length: 6 }, { messages, locale });
    the.otp.style.inlineSize = `${width}px`;
    the.otp.dir = directionOf(locale);
    const places = () =>
      inside(the.otp)
        .getAllByRole('button')
        .map((each) => JSON.stringify(each.getBoundingClientRect()));
    const before = places();
    the.fill('123456');
    await the.goBusy();
    expect(seen(the.otp)).toContain(messages['confirming.title']);
    expect(places()).toEqual(before);
  });

  it('nothing is taken a second time', async () => {
    await the.ask({ length: 6 });
    the.fill('123456');
    await the.goBusy();
    the.fill('654321');
    await userEvent.keyboard('{Enter}');
    for (const pressed of inside(the.otp).getAllByRole('button')) pressed.click();
    expect(the.answers).toEqual([{ otp: '123456' }]);
    expect([the.resends, the.cancels]).toEqual([[], []]);
    for (const each of inside(the.otp).getAllByRole('button')) expect(each).toHaveAttribute('aria-disabled', 'true');
    expect(the.input.readOnly).toBe(true);
    expect(the.button('Checking the answer…')).toBeVisible();
  });

  it('that is said, and the focus stays', async () => {
    await the.ask({ length: 4 });
    await the.type('1234{Enter}');
    await the.goBusy();
    expect(the.said).toEqual(['Checking the answer…']);
    expect(focused()).toBe(the.input);
    expect(the.input.value).toBe('1234');
  });

  it('a check that takes long says that it goes on, once', async () => {
    await the.ask({ length: 4 });
    await the.type('1234{Enter}');
    await the.goBusy();
    await the.pass(7);
    expect(seen(the.otp)).not.toContain('Do not close this page.');
    await the.pass(30);
    expect(seen(the.otp)).toContain('This takes a few seconds. Do not close this page.');
    expect(the.said).toEqual(['Checking the answer…', the.english['processing.text']]);
    await the.read({ length: 4 }, { busy: false });
    expect(seen(the.otp)).not.toContain('Do not close this page.');
  });
});

describe('another code', () => {
  it('can be asked for when its time has come', async () => {
    await the.ask({ resend_at: inSeconds(30) });
    const resend = the.button('Send another code');
    expect(resend).toHaveAttribute('aria-disabled', 'true');
    expect(resend).toHaveAccessibleDescription('You can ask for another code in 30 seconds.');
    resend.click();
    expect(the.resends).toHaveLength(0);
    await the.pass(29);
    expect(seen(the.otp)).toContain('You can ask for another code in 1 second.');
    expect(the.said).toEqual([]);
    await the.pass(1);
    expect(the.said).toEqual(['You can ask for another code now.']);
    expect(resend).toHaveAttribute('aria-disabled', 'false');
    expect(seen(the.otp)).not.toContain('You can ask for another code');
    resend.click();
    expect(the.resends).toHaveLength(1);
  });

  it('on its way: says so, to eye and ear, and keeps what is typed', async () => {
    await the.ask({ length: 6 });
    await the.type('12');
    await userEvent.click(the.button('Send another code'));
    await the.comesBack({ length: 6, resend_at: inSeconds(60) });
    expect(the.said).toContain(the.english['otp.resent']);
    expect(seen(the.otp)).toContain('Another code is on its way. The earlier one still works.');
    expect(seen(the.otp)).toContain('in 60 seconds');
    expect(the.input.value).toBe('12');
    expect(the.alert).toHaveTextContent('');
    await the.type('3456{Enter}');
    expect(seen(the.otp)).not.toContain('on its way');
  });

  it('rests after each one, where the backend does not say how long', async () => {
    await the.ask();
    await userEvent.click(the.button('Send another code'));
    await the.comesBack();
    expect(the.button('Send another code')).toHaveAttribute('aria-disabled', 'true');
    await the.read({});
    await the.pass(30);
    expect(the.button('Send another code')).toHaveAttribute('aria-disabled', 'false');
  });

  it.each(['rate_limited', 'network', 'provider_unavailable'])(
    'that may not have been sent is not promised: %s',
    async (problem) => {
      await the.ask({ length: 6 });
      await userEvent.click(the.button('Send another code'));
      await the.comesBack({ length: 6 }, { problem });
      expect(the.said).toEqual([the.english['otp.not_resent']]);
      expect(seen(the.otp)).not.toContain('on its way');
      expect(the.alert).toHaveTextContent('');
      expect(isBelowButtons('Another code may not have been sent. Try again in a moment.')).toBe(true);
      expect(the.input).toHaveAttribute('aria-invalid', 'false');
    },
  );

  it('that was lost can be asked for again', async () => {
    await the.ask({ length: 6 });
    await userEvent.click(the.button('Send another code'));
    await the.comesBack({ length: 6 }, { problem: 'network' });
    await userEvent.click(the.button('Send another code'));
    await the.comesBack({ length: 6 }, { problem: null });
    expect(the.resends).toHaveLength(2);
    expect(seen(the.otp)).not.toContain('may not have been sent');
    expect(seen(the.otp)).toContain('on its way');
  });
});

describe('hints', () => {
  it.each([
    [{ sent_to: '+33 •• 12' }, 'We sent a code to +33 •• 12'],
    [{ sent_to: '+33 •• 12', channel: 'sms' }, 'We sent a code to +33 •• 12'],
    [{ sent_to: 'a•••@shop.example', channel: 'email' }, 'We sent a code to a•••@shop.example'],
    [{ channel: 'email' }, 'We sent you a code by e-mail.'],
    [{ channel: 'app', sent_to: 'My phone' }, 'Take the code from your bank’s app.'],
    [{ channel: 'call' }, 'We are calling you to tell you a code.'],
    [{ channel: 'call', sent_to: '+33 •• 12' }, 'We are calling +33 •• 12 to tell you a code.'],
    [{ channel: 'ussd', dial_code: '*144*82#' }, 'Dial *144*82# to get a code.'],
    [{ channel: 'pigeon' as 'sms' }, 'We sent you a code.'],
    [{}, 'We sent you a code.'],
  ] as const)('say where the code comes from: %j', async (action, words) => {
    await the.ask(action);
    expect(seen(the.otp)).toContain(words);
  });

  it('a code to dial is dialled when it is pressed', async () => {
    await the.ask({ dial_code: '*144*82#' });
    expect(inside(the.otp).getByRole('link', { name: '*144*82#' })).toHaveAttribute('href', 'tel:*144*82%23');
  });

  it.each([
    ['en', 2, '2 tries left.'],
    ['fr', 1, 'Il vous reste 1 essai.'],
    ['fr', 3, 'Il vous reste 3 essais.'],
    ['ar', 1, 'بقيت محاولة واحدة.'],
    ['ar', 2, 'بقيت محاولتان.'],
    ['ar', 3, 'بقيت 3 محاولات.'],
    ['ar', 11, 'بقيت 11 محاولة.'],
  ])('say how many tries are left: %s %i', async (locale, attempts_left, words) => {
    await the.ask({ attempts_left }, { locale, messages: await loadMessages(locale) });
    expect(seen(the.otp)).toContain(words);
  });
});

describe('the time left', () => {
  it('is shown every second and said at its milestones', async () => {
    await the.ask({ expires_at: inSeconds(180) });
    expect(seen(the.otp)).toContain('Time left: 3:00');
    await the.pass(1);
    expect(seen(the.otp)).toContain('Time left: 2:59');
    expect(the.said).toEqual([]);
    await the.pass(178);
    expect(the.said).toEqual([
      the.english['countdown.half'],
      the.english['countdown.minute'],
      the.english['countdown.seconds'],
    ]);
    expect(the.refreshes).toHaveLength(0);
  });

  it('at its end has the backend asked before anything is said', async () => {
    await the.ask({ expires_at: inSeconds(10) });
    await the.pass(60);
    expect([the.refreshes.length, the.said]).toEqual([1, []]);
    expect(seen(the.otp)).toContain('We are checking your payment');
    expect(seen(the.otp)).not.toMatch(/Time left|expired/);
    await the.read({ expires_at: inSeconds(10) });
    expect(the.said).toEqual(['This code has expired. Ask for another one, or cancel.']);
    expect(seen(the.otp)).toContain('This code has expired. Ask for another one, or cancel.');
    expect(seen(the.otp)).not.toMatch(/Time left|We are checking/);
    expect(the.alert).toHaveTextContent('');
    expect(the.refreshes).toHaveLength(1);
    expect(the.button('Send another code')).toHaveAttribute('aria-disabled', 'false');
  });

  it('that is over already is asked about at once', async () => {
    await the.ask({ expires_at: inSeconds(-1) });
    expect(the.refreshes).toHaveLength(1);
    await the.read({ expires_at: inSeconds(-1) });
    expect(seen(the.otp)).toContain('This code has expired.');
  });

  it('begins anew with another code', async () => {
    await the.ask({ expires_at: inSeconds(10) });
    await the.pass(11);
    await the.read({ expires_at: inSeconds(10) });
    await userEvent.click(the.button('Send another code'));
    await the.comesBack({ expires_at: inSeconds(71) });
    expect(seen(the.otp)).not.toContain('expired');
    expect(seen(the.otp)).toContain('Time left: 1:00');
  });

  it('stands in no live region', async () => {
    await the.ask({ expires_at: inSeconds(180) });
    const shown = inside(the.otp).getByText(/Time left/);
    expect(shown.closest('[aria-live], [role="status"], [role="alert"], [role="timer"]')).toBeNull();
  });
});

describe('stopping', () => {
  it('is asked for with its button', async () => {
    await the.ask();
    await userEvent.click(the.button('Cancel'));
    expect(the.cancels).toHaveLength(1);
  });

  it('that the bank does not do is told', async () => {
    await the.ask({ length: 6 });
    await userEvent.click(the.button('Cancel'));
    await the.comesBack({ length: 6 });
    expect(the.alert).toHaveTextContent('');
    expect(isBelowButtons(the.english['action.not_stopped'])).toBe(true);
    expect(the.said).toEqual([the.english['action.not_stopped']]);
    expect(the.input).toHaveAttribute('aria-invalid', 'false');
  });
});

it('keeps what is typed while the same question is read again', async () => {
  await the.ask({ length: 6, expires_at: inSeconds(180) });
  await the.type('123');
  await the.read({ length: 6, expires_at: inSeconds(180) });
  expect(the.input.value).toBe('123');
  expect(focused()).toBe(the.input);
});

it('the code is in no attribute', async () => {
  await the.ask({ length: 6 });
  await the.type('918273{Enter}');
  expect(the.otp.outerHTML + the.otp.shadowRoot?.innerHTML).not.toContain('918273');
});

it('leads to its heading, and may be asked to before it is in the page', async () => {
  expect(() => document.createElement('florin-otp').focus()).not.toThrow();
  await the.ask();
  the.otp.focus();
  expect(focused()).toBe(inside(the.otp).getByRole('heading', { name: 'Enter the code' }));
});

it('leaves no timer behind', async () => {
  await the.ask({ expires_at: inSeconds(60), resend_at: inSeconds(30) });
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  the.otp.remove();
  expect(vi.getTimerCount()).toBe(0);
});

it('draws nothing, and throws nothing, without a question', async () => {
  const otp = await place('florin-otp', { messages: the.english });
  expect(seen(otp)).toBe('');
});

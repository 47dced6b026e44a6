import type { NextAction } from '@florin/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyReading } from './apply-reading.js';
import { endChallenge } from './challenge-end.js';
import type { IntentRecord } from './intent-record.js';
import { intentWith, sentAttempt } from './intent-record.fixture.js';
import { attempt } from './scripted-gateway.fixture.js';

const challenge = (name: string, more = {}): NextAction => ({
  type: 'three_ds_challenge',
  url: `https://acs.example/${name}`,
  params: { creq: name },
  notification_origin: '',
  nonce: '',
  ...more,
});
const asks = (next_action: NextAction | null, more = {}) =>
  attempt({ status: 'action_required', next_action, ...more });
const read = (intent: IntentRecord, reading: ReturnType<typeof attempt>) =>
  applyReading(intent, reading, { gateway: 'g', attemptId: 'pa_1', now: 0, unreceivedAfter: 100, fallbackId: 'pa_2' });
const asked = ({ attempts }: IntentRecord) => attempts[0]?.nextAction ?? null;
const shown = read(intentWith(sentAttempt), asks(challenge('a')));
const ended = endChallenge(shown, 'pa_1');

describe('a challenge that is over', () => {
  it('stays where it is until the provider has said something else', () => {
    expect(asked(ended)).toEqual(challenge('a'));
    expect(asked(read(ended, asks(challenge('a'))))).toEqual(challenge('a'));
    expect(endChallenge(ended, 'pa_1')).toBe(ended);
  });

  it('is put away with the first answer that does not name it, and not before it is over', () => {
    expect(asked(read(shown, asks(null)))).toEqual(challenge('a'));
    expect(asked(read(ended, asks(null)))).toBeNull();
  });

  it('does not come back, with an end of another time either: the provider is a moment behind', () => {
    for (const between of [attempt(), asks(null), asks({ type: 'otp' })]) {
      const away = read(ended, between);
      const late = read(away, asks(challenge('a', { expires_at: '2026-01-01T00:10:00.000Z' })));
      expect(asked(late)).toEqual(asked(away));
    }
  });

  it('does not come back from an answer that is older than the newest', () => {
    const away = read(ended, asks(null, { revision: 2 }));
    expect(asked(read(away, asks(challenge('a'), { revision: 1 })))).toBeNull();
  });

  it('makes room for another one, and for any other question', () => {
    expect(asked(read(ended, asks(challenge('b'))))).toEqual(challenge('b'));
    expect(asked(read(read(ended, attempt()), asks({ type: 'otp' })))).toEqual({ type: 'otp' });
  });

  it('is no other kind of question', () => {
    const otp = read(shown, asks({ type: 'otp' }));
    expect(endChallenge(otp, 'pa_1')).toBe(otp);
  });
});

it('whatever is answered in whatever order, a challenge that is over is shown in one go and never again', () => {
  const step = fc.oneof(
    fc.constantFrom('a', 'b').map((name) => asks(challenge(name))),
    fc.constantFrom(asks(null), asks({ type: 'otp' }), attempt(), attempt({ uncertain: true })),
    fc.constant('over' as const),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const over = new Set<string>();
      const away = new Set<string>();
      let intent = shown;
      for (const each of steps) {
        const before = JSON.stringify(asked(intent));
        intent = each === 'over' ? endChallenge(intent, 'pa_1') : read(intent, each);
        const now = JSON.stringify(asked(intent));
        if (each === 'over' && asked(intent)?.type === 'three_ds_challenge') over.add(before);
        else if (over.has(before) && now !== before) away.add(before);
        expect(away).not.toContain(now);
      }
    }),
    { numRuns: 500 },
  );
});

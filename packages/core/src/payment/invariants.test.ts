import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lives, storyteller } from './events.fixture.js';
import { guards, type Guards } from './guards.js';
import { initialState } from './index.js';
import { Ledger } from './ledger.fixture.js';
import { createTransition } from './transition.js';

/** "A payment keeps every promise of the house, whatever happens to it." */
function promiseOf(withGuards: Guards) {
  const transition = createTransition(withGuards);
  return fc.property(lives, (happenings) => {
    const tell = storyteller();
    const ledger = new Ledger();
    let state = initialState;
    for (const happening of happenings) {
      const event = tell(happening, state);
      const [next, effects] = transition(state, event);
      const broken = ledger.record(state, event, next, effects);
      if (broken) throw new Error(broken);
      state = next;
    }
  });
}

it('holds every invariant over random lives of a payment', () => {
  fc.assert(promiseOf(guards), { numRuns: 20_000 });
});

describe('every guard is needed: without it, a promise is broken', () => {
  it.each(Object.keys(guards) as (keyof Guards)[])('%s', (name) => {
    const result = fc.check(promiseOf({ ...guards, [name]: () => true }), {
      numRuns: 60_000,
      seed: 1,
      endOnFailure: true,
    });
    expect(result.failed, `nothing fails without ${name}`).toBe(true);
  });
});

it('answers anything at all without throwing', () => {
  const anything = fc.anything();
  const transition = createTransition(guards);
  fc.assert(
    fc.property(fc.constantFrom('load', 'submit', 'refresh', 'overdue', 'no such event'), anything, (type, key) => {
      transition(initialState, { type, key } as never);
    }),
  );
});

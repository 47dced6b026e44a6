import { describe, expect, it } from 'vitest';
import { answerAs, readScenario, ScenarioError, type Scenario } from './scenario.js';

describe('a scenario', () => {
  it('is asked for in JSON', () => {
    const asked: Scenario = {
      status: 'failed',
      intent: 'failed',
      code: 'STOLEN_CARD',
      category: 'SECURITY_ERROR',
      after: 1_500,
      webhooks: 'twice',
      answers: 'truncated',
      fields: { failure: {}, next_action: [] },
      asks: 'method_and_challenge',
      behaves: 'never_answers',
      expiresIn: 3_000,
      resendIn: 0,
    };
    expect(readScenario(JSON.stringify(asked))).toEqual(asked);
  });

  it.each([undefined, null, '', '{}'])('%j asks for nothing', (header) => {
    expect(readScenario(header)).toEqual({});
  });

  it.each([
    'failed',
    '{"status":',
    '[]',
    'null',
    '7',
    '{"statuss":"failed"}',
    '{"status":7}',
    '{"after":"1"}',
    '{"after":-1}',
    '{"after":1e999}',
    '{"after":2147483648}',
    '{"webhooks":"thrice"}',
    '{"answers":"late"}',
    '{"asks":"a_favour"}',
    '{"asks":["otp"]}',
    '{"behaves":"well"}',
    '{"expiresIn":1.5}',
    '{"resendIn":"30"}',
    '{"fields":[]}',
    '{"fields":null}',
    // On every object, and no part of a scenario.
    '{"constructor":1}',
    '{"toString":1}',
    '{"__proto__":{"status":"failed"}}',
  ])('%s is a mistake and says so', (header) => {
    expect(() => readScenario(header)).toThrow(ScenarioError);
  });

  it('names what is wrong, and not its value', () => {
    expect(() => readScenario('{"code":4242}')).toThrow(/"code"/);
    expect(() => readScenario('{"code":4242}')).not.toThrow(/4242/);
  });
});

describe('answers', () => {
  const body = {
    data: {
      id: 'p1',
      status: 'paid',
      attempts: [{ status: 'ok', amount: 5 }],
      gateway: { status: null },
      failure: null,
    },
  };
  const answer = (answers?: Scenario['answers'], options?: Parameters<typeof answerAs>[2]) =>
    answerAs(answers ? { answers } : {}, body, options);

  it('are whole unless it is asked otherwise', async () => {
    for (const whole of [answer(), answer('whole')]) {
      expect(whole.status).toBe(200);
      expect(await whole.json()).toEqual(body);
    }
    expect(answer('whole', { httpStatus: 201 }).status).toBe(201);
  });

  it.each(['truncated', 'not_json'] as const)('%s: no JSON, under the status of a success', async (answers) => {
    const response = answer(answers, { httpStatus: 201 });
    expect(response.status).toBe(201);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  it('of wrong types, or without a status, are the same but for that', async () => {
    const without = { ...body.data, status: undefined, attempts: [{ amount: 5 }], gateway: {} };
    expect(await answer('without_status').json()).toEqual(JSON.parse(JSON.stringify({ data: without })));
    expect(await answer('wrong_types').json()).toEqual({
      data: { ...body.data, status: 7, attempts: [{ status: 7, amount: 5 }], gateway: { status: 7 } },
    });
  });

  it('find the status under the name that the provider gives it', async () => {
    const spoilt = answerAs(
      { answers: 'without_status' },
      { state: 'SUCCESS', status: 'kept' },
      { statusField: 'state' },
    );
    expect(await spoilt.json()).toEqual({ status: 'kept' });
  });
});

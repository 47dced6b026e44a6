import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { openApi } from './openapi.js';

it('is an OpenAPI 3.1 document', async () => {
  const validator = new Validator();
  expect(await validator.validate(openApi())).toMatchObject({ valid: true });
  expect(validator.version).toBe('3.1');
});

it('says the problems of each call with the status they travel with', () => {
  const { paths } = openApi() as {
    paths: Record<string, Record<string, { responses: Record<string, { description: string }> }>>;
  };
  const responses = paths['/intents/{id}/attempts']?.['post']?.responses;
  expect(responses?.['409']?.description).toContain('`attempt_in_progress`');
  expect(responses?.['422']?.description).toContain('`validation_failed`');
  expect(responses?.['413']?.description).toBe('`body_too_large`');
});

import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { receiptMediaType } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rating, World } from '../handler.fixture.js';
import { routes } from '../routes/routes.js';
import { routeDescriptions } from './describe-routes.js';
import { openApiDocument } from './openapi-document.js';
import { expectDescribed } from './openapi.fixture.js';

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1 for a validator that is not ours', async () => {
    const reply = await new World().call('/v1/openapi.json', { as: null });
    const validator = new Validator();
    const result = await validator.validate((await reply.json()) as Record<string, unknown>);
    assert.deepEqual(result.errors ?? [], []);
    assert.equal(validator.version, '3.1');
  });

  test('describes every route and nothing else', () => {
    assert.deepEqual(
      [...routeDescriptions.keys()].toSorted(),
      routes.map(({ method, path }) => `${method} ${path}`).toSorted(),
    );
  });

  test('asks for a sign-in wherever the handler does', () => {
    const { paths } = openApiDocument(routes) as unknown as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly security: readonly unknown[] }>>>>;
    };
    for (const { method, path, audience } of routes)
      assert.equal(
        paths[path.replace(':id', '{id}')]?.[method.toLowerCase()]?.security.length,
        audience === 'anybody' ? 0 : 1,
        path,
      );
  });

  test('lets through as events what the handler takes, and not what it refuses', () => {
    const { components } = openApiDocument(routes) as { readonly components: { readonly schemas: object } };
    const validate = new Ajv2020({ strict: false }).compile({
      $ref: '#/components/schemas/UsageEvent',
      components,
    });
    assert.ok(validate(rating(1, { comment: 'Opened the deal', reasons: ['outdated'] })));
    for (const wrong of [
      rating(1, { value: 7 }),
      rating(1, { value: '4' }),
      rating(1, { id: 'x' }),
      rating(1, { collateralId: '' }),
      rating(1, { collateralId: 'x'.repeat(201) }),
      rating(1, { type: 'like' }),
      rating(1, { occurredAt: 'yesterday' }),
    ])
      assert.equal(validate(wrong), false, JSON.stringify(wrong).slice(0, 200));
  });

  test('notices a reply it does not describe', async () => {
    await assert.rejects(expectDescribed('GET', '/v1/config', Response.json({ protocol: 2 })), /not described/);
    const html = new Response('<p>Sign in</p>', { headers: { 'content-type': 'text/html' } });
    await assert.rejects(expectDescribed('GET', '/v1/config', html), /text\/html/);
    const extra = { batchId: 'b', accepted: 1, duplicates: 0, rejected: [], secret: 1 };
    const receipt = Response.json(extra, { headers: { 'content-type': receiptMediaType } });
    await assert.rejects(expectDescribed('POST', '/v1/events', receipt), /additional properties/);
  });
});

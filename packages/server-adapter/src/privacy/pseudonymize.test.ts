import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import { actorTag } from './actor-tag.js';
import { pseudonymize } from './pseudonymize.js';

const secret = 'k'.repeat(32);

describe('pseudonyms', () => {
  test('are HMAC-SHA-256 as another implementation makes it', async () => {
    for (const userId of ['ana', '', 'ana@example.com', 'ほ', 'x'.repeat(10_000)]) {
      assert.equal(await pseudonymize(secret, userId), createHmac('sha256', secret).update(userId).digest('base64url'));
    }
  });

  test('differ by secret and by person', async () => {
    const made = await Promise.all([
      pseudonymize(secret, 'ana'),
      pseudonymize(secret, 'ben'),
      pseudonymize('j'.repeat(32), 'ana'),
    ]);
    assert.equal(new Set(made).size, 3);
  });

  test('need a secret nobody can guess, and never quote it', async () => {
    await assert.rejects(pseudonymize('hunter2', 'ana'), (error: Error) => {
      assert.match(error.message, /32 characters/);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    });
  });
});

describe('the tag of a person', () => {
  test('can not be guessed from the id when there is a secret', async () => {
    assert.notEqual(await actorTag('main', 'ana', secret), await actorTag('main', 'ana', null));
    assert.match(await actorTag('main', 'ana', secret), /^[\w-]{22}$/);
  });

  test('differs between tenants, however their names are cut', async () => {
    for (const key of [null, secret]) assert.notEqual(await actorTag('a', 'bc', key), await actorTag('ab', 'c', key));
  });
});

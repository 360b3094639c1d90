import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { errorCodes } from '@collateral/sdk/contract';

it('docs/errors.md has a heading for every error code and no other', async () => {
  const text = await readFile('docs/errors.md', 'utf8');
  const headings = [...text.matchAll(/^### (.+)$/gm)].map(([, code]) => code);
  assert.deepEqual(headings.sort(), Object.keys(errorCodes).sort());
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  packDay,
  packId,
  packInstant,
  packInstantNear,
  packShare,
  unpackDay,
  unpackId,
  unpackInstant,
  unpackInstantNear,
  unpackShare,
} from './packed-values.js';

const instants = [
  '2026-05-04T08:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '2024-02-29T00:00:00.001Z',
  '2026-05-04T08:00:00Z',
  '2026-05-04T08:00:00.1234Z',
  '2026-02-30T08:00:00.000Z',
  '2026-05-04T24:00:00.000Z',
  '',
  '12',
];

describe('packed values', () => {
  test('give back every instant as it was', () => {
    for (const instant of instants) assert.equal(unpackInstant(packInstant(instant)), instant);
    assert.equal(packInstant(instants[0] ?? ''), Date.parse(instants[0] ?? ''));
    assert.equal(packInstant(instants[1] ?? ''), -1);
  });

  test('give back every instant near another', () => {
    for (const near of instants) {
      for (const instant of instants) {
        const packed = packInstantNear(instant, near, packInstant(near));
        assert.equal(unpackInstantNear(packed, packInstant(near)), instant);
      }
    }
    assert.equal(packInstantNear('2026-05-04T08:00:00.000Z', '2026-05-04T08:00:00.000Z', 1_777_881_600_000), 0);
  });

  test('give back every day, id and share as it was', () => {
    for (const day of ['2026-05-04', '2024-02-29', '2026-02-30', '', 'today'])
      assert.equal(unpackDay(packDay(day)), day);
    for (const id of ['01890000-0000-7000-8000-00000000abcd', '01890000-0000-7000-8000-00000000ABCD', '', '__proto__'])
      assert.equal(unpackId(packId(id) as string), id);
    for (const share of [0, 1, 0.5, 0.33, 1 / 3, 0.0001, 0.00001, 0.9999, 0.99999])
      assert.equal(unpackShare(packShare(share)), share);
  });
});

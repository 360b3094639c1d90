import { expect } from 'chai';
import { parseEvent } from './parse-event.js';

const rating = {
  type: 'rating',
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  occurredAt: '2026-05-04T10:00:00.000Z',
  collateralId: 'deck-42',
  value: 4,
  scaleId: 'collateral-5@1',
};

describe('parseEvent', () => {
  it('accepts a rating and leaves fields it does not know out', () => {
    expect(parseEvent({ ...rating, actorId: 'somebody-else' })).to.deep.equal({ event: rating });
  });

  const wrong: readonly (readonly [object | null, string])[] = [
    [{ ...rating, value: 7 }, 'invalid-value'],
    [{ ...rating, value: 2.5 }, 'invalid-value'],
    [{ ...rating, value: '4' }, 'invalid-value'],
    [{ ...rating, scaleId: 'stars-10@1' }, 'unknown-scale'],
    [{ ...rating, collateralId: 'x'.repeat(10_000) }, 'invalid-collateral-id'],
    [{ ...rating, collateralId: '' }, 'invalid-collateral-id'],
    [{ ...rating, collateralId: 'a\u0000b' }, 'invalid-collateral-id'],
    [{ ...rating, collateralId: undefined }, 'invalid-collateral-id'],
    [{ ...rating, id: 'x' }, 'invalid-id'],
    [{ ...rating, occurredAt: '2026-05-04 10:00' }, 'invalid-time'],
    [{ ...rating, occurredAt: '2026-13-04T10:00:00Z' }, 'invalid-time'],
    [{ ...rating, occurredAt: '2026-02-30T10:00:00Z' }, 'invalid-time'],
    [{ ...rating, type: 'like' }, 'unknown-type'],
    [{ ...rating, comment: '\ud800' }, 'invalid-event'],
    [{ ...rating, reasons: ['ugly'] }, 'invalid-event'],
    [{ ...rating, type: 'usage', action: 'dance' }, 'invalid-event'],
    [null, 'invalid-event'],
    [[], 'unknown-type'],
  ];
  for (const [input, code] of wrong) {
    it(`refuses ${JSON.stringify(input).slice(0, 150)} with ${code}`, () => {
      expect(parseEvent(input).code).to.equal(code);
    });
  }

  it('says what is allowed and never repeats a long input', () => {
    const { message } = parseEvent({ ...rating, collateralId: 'x'.repeat(10_000) }) as { message: string };
    expect(message).to.contain('1 to 200 characters').and.to.have.length.below(300);
  });
});

import { expect } from 'chai';
import { collateralScale } from '../contract/scale.js';
import { reasonIds, scaleId } from './scale-ids.js';

describe('the ids of the scale in the recorder', () => {
  it('are those of the contract', () => {
    expect(scaleId).to.equal(collateralScale.id);
    expect(reasonIds).to.deep.equal(collateralScale.reasons.map(({ id }) => id));
    expect(collateralScale.points.map(({ value }) => value)).to.deep.equal([1, 2, 3, 4, 5]);
  });
});

import type { Metric } from '@collateral/sdk/contract';
import * as v from 'valibot';

/** A whole number of something. */
export const count: v.GenericSchema<unknown, number> = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A number with its evidence. */
export const metric: v.GenericSchema<unknown, Metric> = v.strictObject({
  value: v.nullable(v.number()),
  n: v.nullable(count),
  interval: v.nullable(v.strictTuple([v.number(), v.number()])),
  numerator: v.exactOptional(v.number()),
  denominator: v.exactOptional(v.number()),
  window: v.nullable(v.strictObject({ from: v.string(), to: v.string() })),
  excluded: v.array(v.strictObject({ reason: v.string(), count })),
  method: v.string(),
  state: v.picklist(['ok', 'early', 'hidden', 'none']),
});

import * as v from 'valibot';
import { isHostId } from './ids.js';
import { limits } from './limits.js';
import type { RatingQuery } from './rating-summary.js';

/** Accepts a ratings query of at most {@link limits.itemsPerQuery} items. */
export const ratingQuerySchema: v.GenericSchema<unknown, RatingQuery> = v.object({
  items: v.pipe(
    v.array(
      v.object({
        collateralId: v.custom<string>((value) => isHostId(value)),
        version: v.exactOptional(v.custom<string>((value) => isHostId(value, limits.versionLength))),
      }),
    ),
    v.maxLength(limits.itemsPerQuery),
  ),
});

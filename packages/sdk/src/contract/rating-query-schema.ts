import * as v from 'valibot';
import { hostIdSchema, versionSchema } from './id-schema.js';
import { limits } from './limits.js';
import type { RatingQuery } from './rating-summary.js';

/** Accepts a ratings query of at most {@link limits.itemsPerQuery} items. */
export const ratingQuerySchema: v.GenericSchema<unknown, RatingQuery> = v.object({
  items: v.pipe(
    v.array(
      v.object({
        collateralId: hostIdSchema,
        version: v.exactOptional(versionSchema),
      }),
    ),
    v.maxLength(limits.itemsPerQuery),
  ),
});

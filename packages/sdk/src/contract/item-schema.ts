import * as v from 'valibot';
import { calendarDaySchema } from './calendar-day-schema.js';
import { hostIdSchema as hostId, versionSchema } from './id-schema.js';
import type { Item } from './item.js';
import { limits } from './limits.js';
import { instantSchema } from './usage-event-schema.js';

const shortText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.shortTextLength));
const ids = v.pipe(v.array(hostId), v.maxLength(1_000));

/** Accepts one item of the host's catalogue. */
export const itemSchema: v.GenericSchema<unknown, Item> = v.object({
  id: hostId,
  title: shortText,
  kind: hostId,
  url: v.exactOptional(shortText),
  producer: v.exactOptional(v.object({ id: hostId, name: shortText })),
  team: v.exactOptional(hostId),
  audience: v.exactOptional(ids),
  versions: v.exactOptional(
    v.pipe(
      v.array(
        v.object({
          version: versionSchema,
          publishedAt: instantSchema,
        }),
      ),
      v.maxLength(1_000),
      v.check((versions) => new Set(versions.map(({ version }) => version)).size === versions.length),
    ),
  ),
  reviewBy: v.exactOptional(calendarDaySchema),
  retiredAt: v.exactOptional(instantSchema),
  requiredFor: v.exactOptional(ids),
  tags: v.exactOptional(v.pipe(v.array(shortText), v.maxLength(100))),
});

/** Body of `PUT /v1/items`. */
export const itemsUploadSchema: v.GenericSchema<
  unknown,
  {
    /** At most 5000; the same id twice means the last one. */
    readonly items: readonly Item[];
  }
> = v.object({
  items: v.pipe(v.array(itemSchema), v.maxLength(limits.itemsPerUpload)),
});

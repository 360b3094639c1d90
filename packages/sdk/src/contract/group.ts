import * as v from 'valibot';
import { hostIdSchema } from './id-schema.js';
import { limits } from './limits.js';

/** A team or another group of people: the audience of items, and what people's use is told apart by. */
export interface Group {
  /** The host's own id; the same as `Principal.team` where it is a team. */
  readonly id: string;
  /** For people to read, 1 to 2000 characters. */
  readonly name: string;
  /** How many people are in it; absent when the host does not know. */
  readonly size?: number;
  /** Ids of the teams it is made of, at most 10000; absent for a team. Without them nobody is known to be in a group that is no team. */
  readonly teams?: readonly string[];
}

const groupSchema: v.GenericSchema<unknown, Group> = v.object({
  id: hostIdSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.shortTextLength)),
  size: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000))),
  teams: v.exactOptional(v.pipe(v.array(hostIdSchema), v.maxLength(10_000))),
});

/** Body of `PUT /v1/groups`. */
export const groupsUploadSchema: v.GenericSchema<
  unknown,
  {
    /** At most 5000; the same id twice means the last one. */
    readonly groups: readonly Group[];
  }
> = v.object({ groups: v.pipe(v.array(groupSchema), v.maxLength(limits.itemsPerUpload)) });

import { groupsUploadSchema, type Group } from '@collateral/sdk/contract';
import { jsonReply } from '../request/json-reply.js';
import { parseBody } from '../request/parse-body.js';
import { readJson } from '../request/read-json.js';
import type { Route } from './route.js';

/** Reply to `PUT /v1/groups`. */
export interface GroupsUploadReply {
  /** How many groups were written. */
  readonly written: number;
}

/** Writes groups of people, each over what is there: their names for people to read, and how many people they have. */
export const putGroups: Route = {
  method: 'PUT',
  path: '/v1/groups',
  audience: 'administrator',
  async answer(call) {
    const caller = await call.signIn();
    const { groups } = parseBody(groupsUploadSchema, await readJson(call.request), 'list of groups');
    // One after the other: the same id twice in one upload means the last one.
    for (const group of groups) await call.store.put(caller.tenant, 'groups', group.id, { ...group } satisfies Group);
    const reply: GroupsUploadReply = { written: groups.length };
    return jsonReply(reply);
  },
};

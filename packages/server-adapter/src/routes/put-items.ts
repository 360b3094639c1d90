import { itemsUploadSchema } from '@collateral/sdk/contract';
import { jsonReply } from '../request/json-reply.js';
import { parseBody } from '../request/parse-body.js';
import { parseJson, readText } from '../request/read-json.js';
import { authorOfChange } from '../scorecards/change-author.js';
import { writeItems } from '../scorecards/write-items.js';
import { itemsOfCsv } from './items-of-csv.js';
import type { Route } from './route.js';

/** Reply to `PUT /v1/items`. */
export interface ItemsUploadReply {
  /** How many items were not in the catalogue before. */
  readonly created: number;
  /** How many were written over what was there, changed or not. */
  readonly updated: number;
}

/**
 * Writes items into the catalogue, each over what is there.
 *
 * All items are checked before the first is written. An upload that breaks off midway can simply be sent again.
 */
export const putItems: Route = {
  method: 'PUT',
  path: '/v1/items',
  audience: 'administrator',
  async answer(call) {
    const caller = await call.signIn();
    const { text, mediaType } = await readText(call.request, ['application/json', 'text/csv']);
    const upload = mediaType === 'text/csv' ? { items: await itemsOfCsv(text) } : parseJson(text);
    const { items } = parseBody(itemsUploadSchema, upload, 'list of items');
    const { store, receivedAt } = call;
    const author = authorOfChange(caller, receivedAt);
    const reply: ItemsUploadReply = await writeItems({ store, tenant: caller.tenant }, items, author);
    return jsonReply(reply);
  },
};

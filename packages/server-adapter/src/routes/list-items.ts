import { CollateralError, type Item } from '@collateral/sdk/contract';
import { jsonReply } from '../request/json-reply.js';
import type { Caller } from '../request/principal.js';
import { itemOf } from '../store/catalogue.js';
import type { DocumentPage, ListOptions, Store } from '../store/store.js';
import type { Route } from './route.js';

/** Reply to `GET /v1/items`. A page may hold fewer items than asked for; only a missing cursor means the end. */
export interface ItemsReply {
  /** In the order of ids, without those the caller may not see. */
  readonly items: readonly Item[];
  /** Value of the parameter `cursor` for the next page; absent after the last. */
  readonly nextCursor?: string;
}

/** Lists the catalogue, as far as the caller may see it, in the order of ids. */
export const listItems: Route = {
  method: 'GET',
  path: '/v1/items',
  audience: 'signed-in',
  async answer(call) {
    const caller = await call.signIn();
    const { documents, nextCursor } = await visiblePage(call.store, caller, readListOptions(new URL(call.request.url)));
    const items = documents.filter(({ key }) => caller.canSee(key)).map(({ document }) => itemOf(document));
    const reply: ItemsReply = { items, ...(nextCursor !== undefined && { nextCursor }) };
    return jsonReply(reply);
  },
};

/**
 * Gets a page that ends with an item the caller may see.
 *
 * A cursor may hold the id of the last item of its page, so it must never be one that does not exist for the caller.
 */
async function visiblePage(store: Store, caller: Caller, options: ListOptions): Promise<DocumentPage> {
  let page = await store.list(caller.tenant, 'items', options);
  let { cursor } = options;
  while (page.nextCursor !== undefined) {
    const visible = page.documents.findLastIndex(({ key }) => caller.canSee(key)) + 1;
    if (visible === page.documents.length) return page;
    if (visible > 0)
      return store.list(caller.tenant, 'items', { ...(cursor !== undefined && { cursor }), limit: visible });
    cursor = page.nextCursor;
    page = await store.list(caller.tenant, 'items', { ...options, cursor });
  }
  return page;
}

function readListOptions({ searchParams }: URL): ListOptions {
  const limit = searchParams.get('limit') ?? '100';
  if (!/^[1-9]\d{0,2}$|^1000$/.test(limit)) {
    const got = JSON.stringify(limit.slice(0, 40));
    throw new CollateralError(
      'invalid-query',
      `limit must be a whole number from 1 to 1000, got ${got}. Leave it out for 100.`,
    );
  }
  const cursor = searchParams.get('cursor');
  if (cursor === null) return { limit: Number(limit) };
  if (cursor.length > 2_000 || cursor.includes('\0'))
    throw new CollateralError(
      'invalid-query',
      `cursor must be the nextCursor of an earlier page, got ${JSON.stringify(cursor.slice(0, 40))}. Leave it out for the first page.`,
    );
  return { limit: Number(limit), cursor };
}

import { CollateralError, isHostId } from '@collateral/sdk/contract';
import { forgetCounted } from '../insights/source.js';
import { announceErasure, erasePerson } from '../privacy/erasures.js';
import { belongsTo } from '../request/audience.js';
import { jsonReply } from '../request/json-reply.js';
import type { Caller } from '../request/principal.js';
import { eraseAuthor } from '../scorecards/erase-author.js';
import { readPersonDisputes, type PersonDispute } from '../scorecards/person-disputes.js';
import { erasePersonMoves, readPersonMoves, type PersonMove } from '../suggestions/person-moves.js';
import type { FactPage } from '../store/store.js';
import type { Call, Route } from './route.js';

/** Reply to `DELETE /v1/people/{id}`. */
export interface ErasureReply {
  /** ISO 8601 UTC instant; events of the person from before it are refused as `erased`. */
  readonly erasedAt: string;
}

/** Gives people what is stored about them, and erases them: themselves, or anybody for admins and services. */
export const peopleRoutes: readonly Route[] = ['/v1/people/me', '/v1/people/:id'].flatMap((path): readonly Route[] => [
  {
    method: 'GET',
    path,
    audience: 'signed-in',
    async answer(call) {
      const caller = await call.signIn();
      const actorId = personOf(call, caller);
      const place = { store: call.store, tenant: caller.tenant };
      const [moves, disputes] = await Promise.all([
        readPersonMoves(place, actorId),
        readPersonDisputes(place, actorId),
      ]);
      const pages = call.store.read(caller.tenant, { actorId })[Symbol.asyncIterator]();
      // Read before the status is sent, so that a store that fails is still answered with an error.
      const first = await pages.next();
      return new Response(exportStream({ actorId, moves, disputes }, first, pages), {
        headers: {
          'content-type': 'application/json',
          'content-disposition': 'attachment; filename="collateral-export.json"',
        },
      });
    },
  },
  {
    method: 'DELETE',
    path,
    audience: 'signed-in',
    async answer(call) {
      const caller = await call.signIn();
      const place = { store: call.store, tenant: caller.tenant, secret: call.secret };
      const actorId = personOf(call, caller);
      // Asked first: when the host forgets them as well, nobody knows the name any more.
      const name = (await call.namesOf?.(caller.tenant, [actorId]))?.get(actorId);
      const { erasedAt, tombstoneId } = await erasePerson(place, actorId, call.receivedAt);
      await erasePersonMoves(place, actorId, tombstoneId);
      await eraseAuthor(place, { actorId, tombstoneId, name: name ?? null });
      await announceErasure(place, erasedAt);
      forgetCounted({ cache: call.figures, tenant: caller.tenant });
      call.changes.nudge();
      const reply: ErasureReply = { erasedAt };
      return jsonReply(reply);
    },
  },
]);

function personOf({ parameters }: Call, caller: Caller): string {
  const id = parameters['id'] ?? caller.actorId;
  // Said of everybody's id, so that nobody learns who exists.
  if (!isHostId(id) || (id !== caller.actorId && !belongsTo('administrator', caller)))
    throw new CollateralError('not-found', 'There is no such person, or you may not see them. Use /v1/people/me.');
  return id;
}

/** Writes `{actorId, moves: […], disputes: […], events: […]}` page by page: a life of events need not fit into memory. */
function exportStream(
  about: {
    readonly actorId: string;
    readonly moves: readonly PersonMove[];
    readonly disputes: readonly PersonDispute[];
  },
  first: IteratorResult<FactPage>,
  pages: AsyncIterator<FactPage>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<FactPage> | null = first;
  let separator = `${JSON.stringify(about).slice(0, -1)},"events":[`;
  return new ReadableStream({
    async pull(controller) {
      const result = next ?? (await pages.next());
      next = null;
      if (result.done === true) {
        controller.enqueue(encoder.encode(`${separator === ',' ? '' : separator}]}`));
        controller.close();
        return;
      }
      const { facts } = result.value;
      controller.enqueue(encoder.encode(separator + facts.map((fact) => JSON.stringify(fact)).join(',')));
      separator = ',';
    },
    async cancel() {
      await pages.return?.();
    },
  });
}

import type {
  AuditTrail,
  Item,
  MeasureId,
  Policy,
  Scorecard,
  ScorecardComparison,
  ScorecardEvidence,
  ScorecardMeasure,
  SuggestionDetail,
} from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { sampleId } from '../conformance/sample-fact.js';
import { World } from '../handler.fixture.js';
import type { Principal } from '../request/principal.js';
import type { Store } from '../store/store.js';

/** Where the people of these tests stand. Anybody else is a plain viewer. */
const principals: Readonly<Record<string, Partial<Principal>>> = {
  admin: { roles: ['admin'] },
  auditor: { roles: ['auditor'] },
  crm: { kind: 'service' },
  boss: { roles: ['manager'], manages: 'all' },
  lead: { roles: ['manager'], manages: { teams: ['west'], producers: ['ann'] } },
  west: { roles: ['manager'], manages: { teams: ['west'], producers: [] } },
  ann: { roles: ['producer'], producerIds: ['ann'], team: 'blue' },
  bob: { roles: ['producer'], producerIds: ['bob'], team: 'blue' },
  // Manages everybody, and makes what Ann makes herself.
  both: { roles: ['manager', 'producer'], manages: 'all', producerIds: ['ann'] },
  narrow: { roles: ['manager'], manages: 'all', canSee: (id) => !id.startsWith('secret') },
};

/** A handler that lives through a year: each act happens at the clock, and the clock only goes forward. */
export class ScorecardWorld {
  readonly world: World;
  #number = 1_000;

  constructor(store: Store, policy: Partial<Policy> = {}) {
    const names = new Map([
      ['boss', 'Bo Boss'],
      ['admin', 'Ada Min'],
    ]);
    this.world = new World(store, {
      policy: { producerScorecards: 'individual', ...policy },
      rateLimit: false,
      authenticate: signedIn,
      namesOf: (_tenant, ids) => new Map(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : []))),
    });
  }

  /** Goes to an hour of a day of 2026, `MM-DD`. */
  on(day: string, hour = 9): this {
    this.world.clock = Date.parse(`2026-${day}T00:00:00.000Z`) + hour * 3_600_000;
    return this;
  }

  async items(...items: readonly (Partial<Item> & { readonly id: string })[]): Promise<void> {
    await this.world.putItems(items.map((item) => ({ title: `The ${item.id}`, kind: 'deck', ...item })));
  }

  async groups(...groups: readonly object[]): Promise<void> {
    await this.ok('PUT', '/v1/groups', 'admin', { groups });
  }

  /** Somebody really uses an item. */
  async view(who: string, team: string, item: string, activeMs = 12_000): Promise<void> {
    const fields = { type: 'view', viewId: this.#id(), activeMs, visibleMs: activeMs, progress: 0.1 };
    await this.#send(who, { ...fields, collateralId: item }, team);
  }

  async rate(who: string, team: string, item: string, value: number, fields: object = {}): Promise<void> {
    const rating = { type: 'rating', value, scaleId: 'collateral-5@1', collateralId: item, ...fields };
    await this.#send(who, rating, team);
  }

  async withdraw(who: string, team: string, item: string, version: string): Promise<void> {
    await this.#send(who, { type: 'rating-withdrawal', collateralId: item, version }, team);
  }

  async suggest(who: string, item: string | null): Promise<string> {
    return this.#send(who, { type: 'suggestion', body: 'An idea', ...(item !== null && { collateralId: item }) });
  }

  async takeBack(who: string, suggestionId: string): Promise<void> {
    await this.#send(who, { type: 'suggestion-withdrawal', suggestionId });
  }

  async reply(who: string, suggestionId: string): Promise<void> {
    await this.#send(who, { type: 'reply', suggestionId, body: 'Thank you' });
  }

  async move(as: string, suggestionId: string, body: object): Promise<void> {
    const path = `/v1/suggestions/${suggestionId}`;
    const { revision } = (await this.ok('GET', path, as)) as SuggestionDetail;
    await this.ok('POST', `${path}/transitions`, as, { id: this.#id(), expect: revision, reason: 'Because', ...body });
  }

  scorecard(query = '', as = 'boss'): Promise<Scorecard> {
    return this.ok('GET', `/v1/scorecards${query}`, as) as Promise<Scorecard>;
  }

  async measure(id: MeasureId, query: string, as = 'boss'): Promise<ScorecardMeasure> {
    const measure = (await this.scorecard(query, as)).measures.find((one) => one.id === id);
    assert.ok(measure, `${id} is not on the scorecard`);
    return measure;
  }

  /** Numerator and denominator of a share. */
  async share(id: MeasureId, query: string): Promise<readonly [number | undefined, number | undefined]> {
    const { metric } = await this.measure(id, query);
    return [metric.numerator, metric.denominator];
  }

  comparison(query: string, as = 'boss'): Promise<ScorecardComparison> {
    return this.ok('GET', `/v1/scorecards/comparison${query}`, as) as Promise<ScorecardComparison>;
  }

  evidence(query: string, as = 'boss'): Promise<ScorecardEvidence> {
    return this.ok('GET', `/v1/scorecards/evidence${query}`, as) as Promise<ScorecardEvidence>;
  }

  audit(query = '', as = 'auditor'): Promise<AuditTrail> {
    return this.ok('GET', `/v1/audit${query}`, as) as Promise<AuditTrail>;
  }

  async status(method: string, path: string, as: string, body?: object): Promise<number> {
    return (await this.answer(method, path, as, body)).status;
  }

  async ok(method: string, path: string, as: string, body?: object): Promise<unknown> {
    const reply = await this.answer(method, path, as, body);
    assert.equal(reply.status, 200, await reply.clone().text());
    return reply.headers.get('content-type')?.startsWith('text/csv') === true ? reply.text() : reply.json();
  }

  answer(method: string, path: string, as: string, body?: object): Promise<Response> {
    return this.world.call(path, {
      method,
      as,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  }

  // People of a team are told about by a service, as their principal has none.
  async #send(who: string, fields: object, team?: string): Promise<string> {
    const id = this.#id();
    const behalf = team === undefined ? {} : { onBehalfOf: { actorId: who, team } };
    const occurredAt = new Date(this.world.clock).toISOString();
    const event = { id, occurredAt, ...fields, ...behalf };
    const { rejected } = await this.world.send([event], team === undefined ? who : 'crm', { sentAt: occurredAt });
    assert.deepEqual(rejected, []);
    return id;
  }

  #id(): string {
    this.#number += 1;
    return sampleId(this.#number);
  }
}

function signedIn(request: Request): Principal | null {
  const name = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
  return name === '' ? null : { actorId: name, kind: 'person', roles: ['viewer'], ...principals[name] };
}

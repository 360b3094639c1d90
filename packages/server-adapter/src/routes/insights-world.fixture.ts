import type {
  InsightsItem,
  InsightsItems,
  InsightsOverview,
  InsightsQuadrant,
  Item,
  ItemInsight,
  Policy,
} from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { sampleId } from '../conformance/sample-fact.js';
import { World, now } from '../handler.fixture.js';
import type { HandlerOptions } from '../handler-options.js';
import type { Principal } from '../request/principal.js';
import type { Store } from '../store/store.js';

const dayMs = 86_400_000;

/** Where the people of these tests stand. Anybody else is a plain viewer. */
const principals: Readonly<Record<string, Partial<Principal>>> = {
  admin: { roles: ['admin'] },
  auditor: { roles: ['auditor'] },
  crm: { kind: 'service' },
  boss: { roles: ['manager'], manages: 'all' },
  lead: { roles: ['manager'], manages: { teams: ['west'] } },
  head: { roles: ['manager'], manages: { producers: ['marketing'] } },
  idle: { roles: ['manager'] },
  paula: { roles: ['producer'], producerIds: ['marketing'] },
  narrow: { roles: ['manager'], manages: 'all', canSee: (id) => id !== 'deck-secret' },
};

/** Somebody's use of an item, some days ago. */
export interface Use {
  readonly who: string;
  readonly team?: string;
  readonly item: string;
  readonly daysAgo: number;
  readonly version?: string;
  /** @defaultValue 12 000 */
  readonly activeMs?: number;
  readonly producerIds?: readonly string[];
}

/** A rating of an item. */
export interface Rated extends Use {
  readonly value: number;
  readonly comment?: string;
}

/** A handler with a catalogue, told about use by a service. */
export class InsightsWorld {
  readonly world: World;
  #number = 1_000;

  constructor(store: Store, policy: Partial<Policy> = {}, options: Partial<HandlerOptions> = {}) {
    this.world = new World(store, { policy, rateLimit: false, authenticate: signedIn, ...options });
  }

  async items(items: readonly Partial<Item>[]): Promise<void> {
    await this.world.putItems(items.map((item) => ({ id: 'deck', title: item.id ?? 'Deck', kind: 'deck', ...item })));
  }

  async groups(groups: readonly object[]): Promise<void> {
    const reply = await this.world.call('/v1/groups', {
      method: 'PUT',
      as: 'admin',
      body: JSON.stringify({ groups }),
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(reply.status, 200, await reply.clone().text());
  }

  async view(...uses: readonly Use[]): Promise<void> {
    await this.#send(
      uses.map((use) => {
        const activeMs = use.activeMs ?? 12_000;
        return this.#event(use, {
          type: 'view',
          viewId: sampleId(this.#number),
          activeMs,
          visibleMs: activeMs,
          progress: 0.5,
        });
      }),
    );
  }

  async rate(...ratings: readonly Rated[]): Promise<void> {
    await this.#send(
      ratings.map((rating) =>
        this.#event(rating, {
          type: 'rating',
          value: rating.value,
          scaleId: 'collateral-5@1',
          ...(rating.comment !== undefined && { comment: rating.comment }),
        }),
      ),
    );
  }

  async act(action: 'download' | 'share' | 'present' | 'completion', ...uses: readonly Use[]): Promise<void> {
    const type = action === 'completion' ? { type: 'completion', progress: 1 } : { type: 'usage', action };
    await this.#send(uses.map((use) => this.#event(use, type)));
  }

  overview(query = '', as = 'boss'): Promise<InsightsOverview> {
    return this.#read(`/v1/insights/overview${query}`, as);
  }

  list(query = '', as = 'boss'): Promise<InsightsItems> {
    return this.#read(`/v1/insights/items${query}`, as);
  }

  quadrant(query = '', as = 'boss'): Promise<InsightsQuadrant> {
    return this.#read(`/v1/insights/quadrant${query}`, as);
  }

  page(id: string, query = '', as = 'boss'): Promise<InsightsItem> {
    return this.#read(`/v1/insights/items/${encodeURIComponent(id)}${query}`, as);
  }

  /** One item of the list. */
  async item(id: string, query = '', as = 'boss'): Promise<ItemInsight> {
    const { items } = await this.list(query, as);
    const item = items.find(({ collateralId }) => collateralId === id);
    assert.ok(item, `${id} is not in the list`);
    return item;
  }

  #event({ who, team, item, daysAgo, version, producerIds }: Use, fields: object): object {
    const number = this.#number++;
    return {
      id: sampleId(number),
      // Earlier today than now, and each event a second after the one before.
      occurredAt: new Date(now - 3 * 3_600_000 - daysAgo * dayMs + (number % 3_600) * 1_000).toISOString(),
      collateralId: item,
      ...(version !== undefined && { version }),
      onBehalfOf: { actorId: who, ...(team !== undefined && { team }), ...(producerIds && { producerIds }) },
      ...fields,
    };
  }

  async #send(events: readonly object[]): Promise<void> {
    for (let start = 0; start < events.length; start += 500) {
      const batch = events.slice(start, start + 500);
      const { accepted, rejected } = await this.world.send(batch, 'crm');
      assert.equal(accepted, batch.length, JSON.stringify(rejected[0]));
    }
  }

  async #read<Reply>(path: string, as: string): Promise<Reply> {
    const reply = await this.world.call(path, { as });
    assert.equal(reply.status, 200, await reply.clone().text());
    return (await reply.json()) as Reply;
  }
}

/** Makes uses of one item by several people of a team, one each: `sales-0`, `sales-1` … */
export function people(count: number, use: Omit<Use, 'who'>, first = 0): readonly Use[] {
  return Array.from({ length: count }, (_, index) => ({ ...use, who: `${use.team ?? 'person'}-${first + index}` }));
}

/** The same people, with a rating each. */
export function ratings(values: readonly number[], use: Omit<Use, 'who'>, first = 0): readonly Rated[] {
  return people(values.length, use, first).map((one, index) => ({ ...one, value: values[index] ?? 0 }));
}

/** An instant some days ago, for `publishedAt`. */
export function daysAgo(count: number): string {
  return new Date(now - count * dayMs).toISOString();
}

function signedIn(request: Request): Principal | null {
  const name = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
  return name === '' ? null : { actorId: name, kind: 'person', roles: ['viewer'], ...principals[name] };
}

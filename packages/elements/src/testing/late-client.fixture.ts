// A client in memory whose answers come at any moment, in any order, also after nobody wants them any more. It holds no tests of its own.
import { CollateralError, type Client, type InsightsQuery, type ScorecardsQuery } from '@collateral/sdk';
import { overviewReply, itemReply, itemOf, itemsReply } from '../insights/insights.fixture.js';
import { teams } from '../scorecard/comparison.fixture.js';
import { westCard } from '../scorecard/scorecard.fixture.js';
import { fourteenRatings, InMemoryClient, summaryOf } from './in-memory-client.fixture.js';
import { detailOf, idOf } from './in-memory-conversation.fixture.js';

/** What a place asks: the fields that decide about its answer. */
export type Question = Readonly<Record<string, string | number | undefined>>;

/** A word that stands in the answer to one question of one client and in no other. */
export function markOf(client: string, question: Question): string {
  const known = Object.entries(question).filter(([, value]) => value !== undefined && value !== '');
  const text = JSON.stringify([client, known.sort(([one], [other]) => (one < other ? -1 : 1))]);
  let hash = 7;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return `Q${hash}Q`;
}

/** As many ratings as a mark says. */
export function countOf(mark: string): number {
  return 10 + (Number(mark.slice(1, -1)) % 900);
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Passes a random while: none, some microtasks, a task, or some milliseconds. */
export async function passAWhile(random: () => number): Promise<void> {
  const kind = random();
  if (kind < 0.4) for (let turn = Math.floor(random() * 12); turn > 0; turn -= 1) await Promise.resolve();
  else await new Promise((resolve) => setTimeout(resolve, kind < 0.7 ? 0 : random() * 5));
}

export class LateClient extends InMemoryClient {
  readonly name: string;
  /** Of so many questions one is answered with an error. */
  failing = 0;
  readonly #random: () => number;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(name: string, random: () => number) {
    super();
    this.name = name;
    this.#random = random;
  }

  /** Nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  override insights: Client['insights'] = (query) => this.#late(() => this.#figures(query) as never);

  override scorecards: Client['scorecards'] = (query) => this.#late(() => this.#scorecard(query) as never);

  override suggestions: Client['suggestions'] = ({ collateralId, status, sort } = {}) =>
    this.#late(() => {
      const body = markOf(this.name, { collateralId, status, sort });
      return { ...this.frame, total: 1, suggestions: [detailOf(idOf(1), { body })] };
    });

  override inbox: Client['inbox'] = ({ state, assignee } = {}) =>
    this.#late(() => {
      const body = markOf(this.name, { state, assignee });
      const [waiting, promised, overdue] = [1, 1, 1];
      const numbers = { waiting, promised, overdue, overdueDays: 0, waitingSince: null, total: 1 };
      return { asOf: '2026-06-10T09:00:00.000Z', ...numbers, suggestions: [detailOf(idOf(1), { body })] };
    });

  override notices: Client['notices'] = () =>
    this.#late(() => ({
      notices: ['deck-1', 'deck-2', 'deck-3'].map((collateralId) => ({
        noticeId: `about ${collateralId}`,
        suggestionId: idOf(1),
        collateralId,
        title: 'An item',
        version: 'v3',
        body: markOf(this.name, { collateralId }),
        reason: null,
        answer: null,
        because: 'rated',
        shippedAt: '2026-06-09T09:00:00.000Z',
      })),
    }));

  override ratings: Client['ratings'] = (items) =>
    this.#late(() =>
      items.map((item) => {
        const { collateralId, version } = typeof item === 'string' ? { collateralId: item } : { version: '', ...item };
        const n = countOf(markOf(this.name, { collateralId, version }));
        const mine = { id: `mine ${collateralId}`, value: 1 + (n % 5), ratedAt: '2026-06-01T09:00:00.000Z' };
        return summaryOf(collateralId, { metric: { ...fourteenRatings, n }, mine });
      }),
    );

  override pendingRating: Client['pendingRating'] = () => this.#late(() => null);

  #figures(query: InsightsQuery): unknown {
    const { screen, period } = query;
    if (screen === 'item') {
      const { collateralId } = query;
      const title = markOf(this.name, { screen, collateralId, period });
      return { ...itemReply, item: itemOf(0, { collateralId, title }) };
    }
    const { sort, cursor = '1' } = screen === 'items' ? query : {};
    const title = markOf(this.name, { screen, period, team: query.team, sort, ...(sort && { page: Number(cursor) }) });
    const items = [itemOf(0, { title })];
    if (screen === 'items') return { ...itemsReply(1, 500), items, nextCursor: `${Number(cursor) + 1}` };
    return { ...overviewReply, lists: [{ id: 'fix-first', total: 1, items }] };
  }

  #scorecard(query: ScorecardsQuery): unknown {
    const { screen, subject, period, compare } = { compare: undefined, ...query };
    const id = 'id' in query ? query.id : undefined;
    const name = markOf(this.name, { screen, subject, id, period, compare });
    if (screen === 'scorecard') return { ...westCard, subject: { type: subject, id: id ?? null, name } };
    const [first] = teams.subjects;
    return { ...teams, subjectType: subject, subjects: [{ ...first, subject: { type: subject, id: 'x', name } }] };
  }

  #late<Answer>(answer: () => Answer): Promise<Answer> {
    const asking = passAWhile(this.#random).then(() => {
      if (this.#random() < this.failing) throw new CollateralError('network-failed', 'The test failed it.');
      return answer();
    });
    this.#underWay.add(asking);
    const done = (): void => void this.#underWay.delete(asking);
    asking.then(done, done);
    return asking;
  }
}

import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { expectFoldOf, sampleAction, sampleView } from '../conformance/aggregate-history.js';
import { sampleFact, sampleTime } from '../conformance/sample-fact.js';
import { numbersFrom } from '../conformance/sample-list.js';
import { SeededRandom } from '../conformance/seeded-random.js';
import type { Fact } from '../store/fact.js';
import { startPostgres, type PostgresServer } from './postgres-server.fixture.js';
import { createPostgresStore } from './postgres.js';

const minutesOfDay = 1_440;

describe('years of one person and one item on the PostgreSQL store, of which a batch reads the last', () => {
  let server: PostgresServer;
  let pool: pg.Pool;
  before(async () => {
    server = await startPostgres();
    pool = new pg.Pool({ connectionString: server.connectionString, max: 4 });
    pool.on('error', () => undefined);
  });
  after(async () => {
    await pool.end();
    await server.stop();
  });

  for (const seed of numbersFrom(1, 6))
    test(`count like a fold of them when most come in order (${seed})`, async () => {
      const random = new SeededRandom(seed);
      const store = createPostgresStore({ pool, schema: `long_${seed}` });
      const sent: Fact[] = [];
      for (const batch of batchesOf(random)) {
        sent.push(...batch);
        await store.append('main', batch);
      }
      await expectFoldOf(store, sent);
    });
});

/** Mostly in the order of time, with some that come late, of two people who change teams, and checkpoints of views over midnight. */
function* batchesOf(random: SeededRandom): Iterable<readonly Fact[]> {
  let number = 0;
  let late: Fact[] = [];
  for (let day = 0; day < 90; day += 1) {
    const facts = numbersFrom(0, random.below(4)).flatMap(() => {
      number += 10;
      const place = {
        actorId: random.pick(['ana', 'ana', 'ben']),
        collateralId: random.pick(['deck-42', 'deck-42', 'deck-43']),
        team: random.below(8) === 0 ? 'pre-sales' : day < 60 ? 'sales' : random.pick(['marketing', null]),
        version: day < 45 ? 'v1' : 'v2',
        excluded: random.below(12) === 0 ? ('own-use' as const) : null,
      };
      return factsOf(random, number, day * minutesOfDay + random.below(minutesOfDay), place);
    });
    const isLate = facts.map(() => random.below(5) === 0);
    const batch = facts.filter((_, index) => isLate[index] !== true);
    const old = random.below(6) === 0 ? late.splice(0) : [];
    late = [...late, ...facts.filter((_, index) => isLate[index] === true)];
    if (batch.length + old.length > 0) yield [...old, ...batch];
  }
  if (late.length > 0) yield late;
}

function factsOf(random: SeededRandom, number: number, minute: number, place: Partial<Fact>): readonly Fact[] {
  const roll = random.below(20);
  if (roll === 0) return [sampleFact(number, { ...place, ...timesOf(minute), detail: { value: 1, scaleId: 'stars' } })];
  if (roll === 1) return [sampleFact(number, { ...place, ...timesOf(minute), type: 'rating-withdrawal', detail: {} })];
  if (roll < 5) return [sampleAction(number, 'download', { ...place, ...timesOf(minute) })];
  return numbersFrom(1, 1 + random.below(3)).map((checkpoint) =>
    sampleView(number + checkpoint, `view-${number}`, checkpoint * 2_000 + random.pick([0, 9_000]), {
      ...place,
      ...timesOf(minute + checkpoint * 7),
    }),
  );
}

function timesOf(minute: number): Partial<Fact> {
  const time = sampleTime(minute);
  const slot = Math.floor(Date.parse(time) / 1_800_000);
  return { occurredAt: time, receivedAt: time, effectiveAt: time, day: time.slice(0, 10), slot };
}

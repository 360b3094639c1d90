import { expect } from 'chai';
import { deleteDB } from 'idb';
import { createManualPlatform } from '../testing/index.js';
import { createOutbox } from './create-outbox.js';
import { roomy, row } from './rows.fixture.js';

describe('The disk is asked', () => {
  const transaction = Reflect.get<IDBDatabase, 'transaction'>(IDBDatabase.prototype, 'transaction');
  const asked: (IDBTransactionDurability | undefined)[] = [];
  let name: string;

  beforeEach(() => {
    name = crypto.randomUUID();
    IDBDatabase.prototype.transaction = function (...given) {
      asked.push(given[2]?.durability);
      return transaction.apply(this, given);
    };
  });

  afterEach(async () => {
    IDBDatabase.prototype.transaction = transaction;
    await deleteDB(name);
  });

  for (const [what, written, durability] of [
    ['to have written what a person wrote before it says so', true, 'strict'],
    ['to be quick about views', false, 'relaxed'],
  ] as const) {
    it(what, async () => {
      const outbox = createOutbox(name, createManualPlatform(), roomy);
      await outbox.count('ann');
      asked.length = 0;
      await outbox.append([row('1', { written })]);
      expect(asked[0]).to.equal(durability);
      await outbox.close();
    });
  }

  it('to have written a whole batch when a part of it was written by a person', async () => {
    const outbox = createOutbox(name, createManualPlatform(), roomy);
    await outbox.count('ann');
    asked.length = 0;
    await outbox.append([row('1'), row('2', { written: true }), row('3')]);
    expect(asked[0]).to.equal('strict');
    await outbox.close();
  });
});

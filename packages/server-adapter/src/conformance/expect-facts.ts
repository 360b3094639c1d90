import type { Fact } from '../store/fact.js';
import type { FactFilter, Store } from '../store/store.js';
import { expectEqual } from './expect.js';
import { readAll } from './read-all.js';
import { sampleId } from './sample-fact.js';

/** Which part of a log is looked at. */
export interface LogPart {
  readonly tenant?: string;
  readonly filter?: FactFilter;
  /** Cursor to read from. */
  readonly from?: string | undefined;
}

/** Checks that a log holds exactly these facts in this order. */
export async function expectFacts(
  store: Store,
  expected: readonly Fact[],
  rule: string,
  { tenant = 'main', filter = {}, from }: LogPart = {},
): Promise<void> {
  const { facts } = await readAll(store, tenant, filter, from);
  expectEqual(`facts of ${describePart(tenant, filter, from)}`, facts, expected, rule);
}

/** Checks that a log holds exactly the samples of these numbers in this order. */
export async function expectNumbers(
  store: Store,
  expected: readonly number[],
  rule: string,
  { tenant = 'main', filter = {}, from }: LogPart = {},
): Promise<void> {
  const { facts } = await readAll(store, tenant, filter, from);
  const what = `ids of ${describePart(tenant, filter, from)}`;
  expectEqual(
    what,
    facts.map(({ id }) => id),
    expected.map(sampleId),
    rule,
  );
}

function describePart(tenant: string, filter: FactFilter, from: string | undefined): string {
  const conditions = Object.keys(filter).length > 0 ? ` for ${JSON.stringify(filter)}` : '';
  return `tenant ${tenant}${conditions}${from === undefined ? '' : ' behind the cursor'}`;
}

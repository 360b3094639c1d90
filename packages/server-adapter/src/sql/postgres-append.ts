import { suggestionOf } from '../store/about-suggestion.js';
import type { Fact } from '../store/fact.js';
import { factContent } from '../store/fact-content.js';
import type { AppendOutcome } from '../store/store.js';
import type { IdRanges } from './id-ranges.js';
import { aboutKey } from './postgres-about.js';
import type { Run } from './postgres-client.js';
import { arrayOf, arraysOf, unnested, type ColumnValue } from './postgres-arrays.js';
import { PostgresCodes } from './postgres-codes.js';
import { factColumns, factsOfRows, factTypes, receivedDay, valuesOfFact } from './postgres-fact-row.js';
import { idPrefix, packedId } from './postgres-ids.js';
import type { PostgresName } from './postgres-kept-names.js';
import { monthOfDay } from './postgres-months.js';
import type { OpenTenant } from './postgres-tenants.js';

/** What is known about a tenant's log once it is locked. */
export interface LogState {
  /** The place of the last of these facts. */
  readonly lastSequence: number;
  /** Tells whether a fact is from before what was pruned. */
  readonly isTooOld: (fact: Fact) => boolean;
  /** Which ids each month may hold. */
  readonly ids: IdRanges;
}

/** What an append did. */
export interface Appended {
  readonly outcomes: readonly AppendOutcome[];
  readonly news: readonly Fact[];
}

/**
 * Puts facts at the end of a tenant's log, under its lock.
 *
 * A month keeps its ids apart by an index. That no other month holds an id is looked up, which the lock makes safe.
 */
export async function appendFacts(
  run: Run,
  schema: string,
  tenant: OpenTenant,
  facts: readonly Fact[],
  state: LogState,
): Promise<Appended> {
  const codes = new PostgresCodes(tenant.names);
  // A fact that is too old leaves nothing behind, not even a name.
  await codes.intern(facts.filter((fact) => !state.isTooOld(fact)));
  const rows = candidateRows(facts, state, codes);
  const suspects = rows.filter(({ month, prefix }) => state.ids.mayBeElsewhere(month, prefix)).map(({ fact }) => fact);
  const elsewhere = suspects.length === 0 ? noFacts : await findFacts(run, schema, tenant, suspects);
  const places = await insertFacts(
    run,
    schema,
    tenant,
    rows.filter(({ fact }) => !elsewhere.has(identityOf(fact))),
  );
  for (const { sequence, month, prefix } of rows) if (places.has(sequence)) state.ids.add(month, prefix);
  // Told by places, not by objects: one object may be given twice.
  const isAdded = facts.map((_, index) => places.has(placeOf(index, facts, state)));
  const news = facts.filter((_, index) => isAdded[index] === true);
  const others = facts.filter((_, index) => isAdded[index] !== true);
  const first = others.length === 0 ? noFacts : await findFacts(run, schema, tenant, others);
  const seen = new Set(first.keys());
  // What came in with this call is known only to the facts behind it.
  for (const fact of news) seen.delete(identityOf(fact));
  const outcomes = facts.map((fact, index): AppendOutcome => {
    const identity = identityOf(fact);
    if (isAdded[index] === true) {
      seen.add(identity);
      return 'new';
    }
    const known = seen.has(identity) ? first.get(identity) : undefined;
    // Its id may have been pruned with its first copy, so taking it could count it twice.
    if (known === undefined) return 'too-old';
    return factContent(known) === factContent(fact) ? 'duplicate' : 'conflict';
  });
  return { outcomes, news };
}

/** A fact with the values of its row. */
export interface NumberedRow {
  readonly fact: Fact;
  readonly sequence: number;
  readonly month: number;
  readonly prefix: number;
  readonly values: readonly ColumnValue[];
}

/** Makes the row of a fact at a place. */
export function numberedRow(fact: Fact, sequence: number, codes: PostgresCodes): NumberedRow {
  const day = receivedDay(fact);
  return {
    fact,
    sequence,
    month: monthOfDay(day),
    prefix: idPrefix(packedId(fact.id)),
    values: [sequence, day, suggestionOf(fact), ...valuesOfFact(fact, codes)],
  };
}

const rowTypes = ['bigint', 'integer', 'text', ...factTypes];

/** Writes rows whose ids no other month holds, and gives the places of those that were not there. */
export async function insertFacts(
  run: Run,
  schema: string,
  tenant: OpenTenant,
  rows: readonly NumberedRow[],
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set();
  const inserted = await run(
    `INSERT INTO ${schema}.fact (tenant, sequence, received_day, about, ${factColumns})
     SELECT $1, sequence, received_day, ${aboutKey('about')}, ${factColumns}
     FROM ${unnested(rowTypes, 2)} AS row(sequence, received_day, about, ${factColumns})
     ON CONFLICT DO NOTHING RETURNING sequence`,
    [
      tenant.number,
      ...arraysOf(
        rows.map(({ values }) => values),
        rowTypes.length,
      ),
    ],
  );
  return new Set(inserted.map((row) => Number(row['sequence'])));
}

/** The first of each id that is not too old. */
function candidateRows(facts: readonly Fact[], state: LogState, codes: PostgresCodes): readonly NumberedRow[] {
  const identities = new Set<string>();
  return facts.flatMap((fact, index) => {
    const identity = identityOf(fact);
    if (identities.has(identity) || state.isTooOld(fact)) return [];
    identities.add(identity);
    return [numberedRow(fact, placeOf(index, facts, state), codes)];
  });
}

function placeOf(index: number, { length }: readonly Fact[], { lastSequence }: LogState): number {
  return lastSequence - length + 1 + index;
}

const noFacts: ReadonlyMap<string, Fact> = new Map();

async function findFacts(
  run: Run,
  schema: string,
  { number, names }: OpenTenant,
  facts: readonly Fact[],
): Promise<ReadonlyMap<string, Fact>> {
  // An actor nothing is stored of has no number.
  await names.find(facts.map(({ actorId }): PostgresName => ['actor', actorId]));
  const wanted = facts.filter((fact) => names.known('actor', fact.actorId) !== undefined);
  if (wanted.length === 0) return noFacts;
  const rows = await run(
    `SELECT fact.* FROM unnest($2::integer[], $3::bytea[]) AS wanted(actor, id), LATERAL (
       SELECT ${factColumns} FROM ${schema}.fact
       WHERE tenant = $1 AND actor = wanted.actor AND id = wanted.id OFFSET 0) AS fact`,
    [
      number,
      arrayOf(wanted.map((fact) => names.number('actor', fact.actorId))),
      arrayOf(wanted.map((fact) => packedId(fact.id))),
    ],
  );
  const found = await factsOfRows(rows, new PostgresCodes(names));
  return new Map(found.map((fact) => [identityOf(fact), fact]));
}

function identityOf({ actorId, id }: Fact): string {
  return JSON.stringify([actorId, id]);
}

import type { EvidenceEntry, MeasureId, ScorecardEvidence, ScorecardSubject } from '@collateral/sdk/contract';
import { compareCodePoints } from '../store/code-point-order.js';
import type { MayAttribute } from './attributable.js';
import { readOwnedItems } from './read-items.js';
import type { Outcome } from './outcome.js';
import { measureSubject } from './scorecard-of.js';
import { scorecardFrame, type ScorecardQuestion } from './scorecard-question.js';

/** Which part of the list behind a number is asked for. */
export interface EvidencePage {
  readonly measure: MeasureId;
  /** How many entries were read already. */
  readonly offset: number;
  readonly limit: number;
  readonly canSee: (collateralId: string) => boolean;
  readonly mayAttribute: MayAttribute;
}

/**
 * Gives the items and suggestions behind a number: what somebody can do something about comes first. Those of producers whose own
 * scorecard the reader may not see are counted and not listed.
 */
export async function evidenceOf(
  question: ScorecardQuestion,
  subject: ScorecardSubject,
  { measure, offset, limit, canSee, mayAttribute }: EvidencePage,
): Promise<ScorecardEvidence> {
  const { source, period } = question;
  const [measured, items] = await Promise.all([
    measureSubject(source, period, subject),
    readOwnedItems(source.figures),
  ]);
  const titles = new Map(items.map(({ item }) => [item.id, item.title]));
  const owners = new Map(items.map((one) => [one.item.id, one.owners]));
  const seen = (measured.get(measure)?.outcomes ?? []).filter(
    ({ collateralId }) => collateralId === null || canSee(collateralId),
  );
  // What is required of teams says nothing about those who made it.
  const isListed = ({ collateralId }: Outcome): boolean =>
    measure.startsWith('T') || collateralId === null || mayAttribute(owners.get(collateralId) ?? []);
  const entries = seen
    .filter(isListed)
    .map(({ collateralId, version, suggestionId, part, reason, value, at, share }): EvidenceEntry => ({
      collateralId,
      title: collateralId === null ? null : (titles.get(collateralId) ?? collateralId),
      version,
      suggestionId,
      part,
      reason,
      // A lift is a figure made of ratings and is shown on the scorecard, by version and with its interval.
      value: measure === 'P4' ? value : null,
      at,
      ...(share && { share }),
    }))
    .toSorted(inOrder);
  const end = offset + limit;
  return {
    subject,
    measure,
    window: scorecardFrame(question).window,
    total: entries.length,
    entries: entries.slice(offset, end),
    ...(entries.length < seen.length && { withheld: seen.length - entries.length }),
    ...(end < entries.length && { nextCursor: String(end) }),
  };
}

const ranks: Readonly<Record<EvidenceEntry['part'], number>> = Object.freeze({ miss: 0, open: 1, hit: 2, excluded: 3 });

function inOrder(one: EvidenceEntry, other: EvidenceEntry): number {
  return (
    ranks[one.part] - ranks[other.part] ||
    compareCodePoints(one.at ?? '', other.at ?? '') ||
    compareCodePoints(keyOf(one), keyOf(other))
  );
}

function keyOf({ collateralId, suggestionId, version }: EvidenceEntry): string {
  return JSON.stringify([collateralId, suggestionId, version]);
}

import { isCollateralError, type Client } from '@collateral/sdk';
import type { MeasureId, ScorecardEvidence, ScorecardQuery } from '@collateral/sdk/contract';
import type { EvidenceList } from './scorecard-view.js';

/** Whom and when the lists are about. */
export type EvidenceSubject = Pick<ScorecardQuery, 'subject' | 'id' | 'period'>;

type Open = { -readonly [Field in keyof EvidenceList]: EvidenceList[Field] } & { cursor: string | undefined };

/**
 * The lists that are open behind the numbers of one scorecard, read a page at a time.
 *
 * Must:
 * 1. show an answer only in the list it was asked for: closing one, or showing somebody else's scorecard, ends its request;
 * 2. keep the pages that were read when the next can't be had.
 */
export class EvidenceLists {
  readonly #redraw: () => void;
  readonly #open = new Map<string, Open>();
  readonly #controls = new Map<string, AbortController>();

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  /** The list behind a measure while it is open. */
  of(measure: string): EvidenceList | undefined {
    return this.#open.get(measure);
  }

  isOpen(measure: string): boolean {
    return this.#open.has(measure);
  }

  /** Opens a list with what the page gave, or reads its first page. */
  open(measure: MeasureId, from: ScorecardEvidence | undefined): void {
    // What the page gave is all there is.
    this.#open.set(measure, { ...waiting, ...(from && { ...shownOf(from), hasMore: false }), isLoading: !from });
    this.#redraw();
  }

  close(measure: string): void {
    this.#controls.get(measure)?.abort();
    this.#open.delete(measure);
    this.#redraw();
  }

  closeAll(): void {
    for (const control of this.#controls.values()) control.abort();
    this.#open.clear();
  }

  /** Reads the next page; the first when there is none. */
  async more(client: Client, measure: MeasureId, about: EvidenceSubject): Promise<void> {
    const list = this.#open.get(measure);
    if (!list) return;
    this.#controls.get(measure)?.abort();
    const control = new AbortController();
    this.#controls.set(measure, control);
    const { signal } = control;
    list.isLoading = true;
    list.trouble = undefined;
    this.#redraw();
    const { cursor } = list;
    try {
      const reply = await client.scorecards(
        { screen: 'evidence', ...about, measure, ...(cursor !== undefined && { cursor }) },
        { signal },
      );
      if (signal.aborted) return;
      const next = shownOf(reply);
      Object.assign(list, next, { entries: [...(list.entries ?? []), ...next.entries] });
    } catch (error) {
      if (signal.aborted) return;
      list.trouble = isCollateralError(error) ? error.code : 'server-failed';
    }
    list.isLoading = false;
    this.#redraw();
  }
}

const waiting: Open = {
  entries: undefined,
  total: 0,
  withheld: 0,
  hasMore: false,
  isLoading: true,
  trouble: undefined,
  cursor: undefined,
};

function shownOf({ entries, total, withheld = 0, nextCursor }: ScorecardEvidence): Pick<
  Open,
  'total' | 'withheld' | 'hasMore' | 'cursor'
> & {
  entries: ScorecardEvidence['entries'];
} {
  return { entries, total, withheld, hasMore: nextCursor !== undefined, cursor: nextCursor };
}

import type { Client } from '@collateral/sdk';
import { measureIds, type MeasureId } from '@collateral/sdk/contract';
import type { DeskHost } from '../shared/desk.js';
import { EvidenceLists } from './evidence-lists.js';
import { subjectOf } from './scorecard-question.js';
import type { ScorecardPlace } from './scorecard-place.js';
import type { EvidenceList } from './scorecard-view.js';

/** Opens and closes what is behind the numbers of the scorecard that is shown, as the person and the page want. */
export class EvidenceDesk {
  readonly #host: DeskHost;
  readonly #lists: EvidenceLists;
  #client: Client | undefined;
  #place: ScorecardPlace | undefined;
  /** The list whose next page somebody asked for with the focus on its button. */
  #readingOn = '';

  constructor(host: DeskHost) {
    this.#host = host;
    this.#lists = new EvidenceLists(() => host.redraw());
  }

  /** @param isOther - other numbers are shown than before. */
  follow(client: Client | undefined, place: ScorecardPlace, isOther: boolean): void {
    const before = this.#place;
    if (isOther) this.closeAll();
    this.#client = client;
    this.#place = place;
    if (place.evidence && place.evidence !== before?.evidence) this.#take(place.evidence.measure);
  }

  closeAll(): void {
    this.#lists.closeAll();
  }

  of(id: string): EvidenceList | undefined {
    return this.#lists.of(id);
  }

  toggle(id: string): void {
    if (this.#lists.isOpen(id)) {
      this.#lists.close(id);
      return;
    }
    const measure = measureIds.find((each) => each === id);
    if (!measure || !this.#host.tell('select', { screen: 'evidence', collateralId: '', measure })) return;
    if (this.#client) this.#lists.open(measure, undefined);
    else this.#take(measure);
    this.#read(id);
  }

  /** Reads the next page. */
  more(id: string): void {
    const { root } = this.#host;
    if (root instanceof ShadowRoot && root.activeElement?.closest('.evidence')) this.#readingOn = id;
    this.#read(id);
  }

  /** After each drawing. */
  drawn(): void {
    const list = this.#lists.of(this.#readingOn);
    if (list?.isLoading) return;
    // The button to the next page went with the last one.
    if (list && !list.hasMore && list.trouble === undefined)
      this.#host.root.querySelector<HTMLElement>(`#evidence-${this.#readingOn} .scroll`)?.focus();
    this.#readingOn = '';
  }

  #read(id: string): void {
    const measure = measureIds.find((each) => each === id);
    if (this.#client && this.#place && measure) void this.#lists.more(this.#client, measure, subjectOf(this.#place));
  }

  /** Shows what the page gave below the number it is about. */
  #take(measure: MeasureId): void {
    const { evidence, data } = this.#place ?? {};
    const isAbout =
      evidence && data && 'subject' in data && evidence.measure === measure && evidence.subject.id === data.subject.id;
    if (isAbout) this.#lists.open(measure, evidence);
  }
}

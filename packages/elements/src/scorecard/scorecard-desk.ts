import type { Client } from '@collateral/sdk';
import { measureDefinitions, measureIds, type MeasureId } from '@collateral/sdk/contract';
import type { TemplateResult } from 'lit';
import { chartStyles } from '../charts/chart-styles.js';
import { tableStyles } from '../charts/table-styles.js';
import { wear } from '../shared/wear.js';
import { figureStyles } from '../figures/figure-styles.js';
import { boxStyles } from '../figures/box-styles.js';
import { writeValue } from '../figures/describe-figure.js';
import { writerFor } from '../figures/writer.js';
import type { Desk, DeskHost } from '../shared/desk.js';
import { figureKinds } from './describe-measure.js';
import { EvidenceLists } from './evidence-lists.js';
import { fillHref } from './fill-href.js';
import { GoverningSlot } from './governing-slot.js';
import { LateDisputes } from './late-disputes.js';
import { PeriodSlot } from './period-slot.js';
import { renderScorecard } from './render-scorecard.js';
import { ScorecardLoader } from './scorecard-loader.js';
import type { ScorecardPlace } from './scorecard-place.js';
import { isQuestionSame, queryOf, subjectOf } from './scorecard-question.js';
import type { ScorecardView } from './scorecard-view.js';
import { scorecardWords, speaks } from './scorecard-words.js';
import { scorecardStyles } from './scorecard-styles.js';

/** What stands behind `collateral-scorecard`. */
export class ScorecardDesk implements Desk<ScorecardPlace> {
  readonly #host: DeskHost;
  readonly #loader: ScorecardLoader;
  readonly #lists: EvidenceLists;
  readonly #governing: GoverningSlot;
  readonly #disputes: LateDisputes;
  readonly #period: PeriodSlot;
  #client: Client | undefined;
  #place: ScorecardPlace | undefined;
  /** Somebody's scorecard was opened from the comparison. */
  #cameFromComparison = false;
  #mustFocusHeading = false;
  /** The list whose next page somebody asked for with the focus on its button. */
  #readingOn = '';

  constructor(host: DeskHost) {
    this.#host = host;
    this.#disputes = new LateDisputes(host);
    this.#period = new PeriodSlot(host.redraw, (period) => {
      this.#place?.move({ period });
      host.tell('filter', { period, filter: '', sort: '', page: 1 });
    });
    this.#lists = new EvidenceLists(() => host.redraw());
    this.#loader = new ScorecardLoader({
      onChange: () => host.redraw(),
      onState: (state, code) => {
        const { failures, failed } = scorecardWords(host.language, host.strings.scorecard);
        const message = code === undefined ? '' : (failures[code] ?? failed);
        host.tell('status', { collateralId: '', state, code, message });
      },
    });
    this.#governing = new GoverningSlot(host, () => this.#ask(true));
    wear(host.root, [figureStyles, boxStyles, chartStyles, tableStyles, scorecardStyles]);
  }

  follow(client: Client | undefined, place: ScorecardPlace): void {
    const before = this.#place;
    if (place.screen === 'disputes') {
      this.#place = place;
      this.#followDisputes(client, place);
      return;
    }
    const asked = place.data ? undefined : client;
    if (asked !== this.#client) this.#loader.forget();
    if (asked !== this.#client || !before || !isQuestionSame(before, place)) this.#lists.closeAll();
    if (place.screen === 'comparison') this.#cameFromComparison = false;
    this.#place = place;
    this.#client = asked;
    this.#governing.follow(asked, place);
    this.#ask();
    if (place.evidence && place.evidence !== before?.evidence) this.#takeEvidence(place.evidence.measure);
  }

  refresh(): void {
    if (this.#place?.screen === 'disputes') this.#disputes.refresh();
    if (!this.#client || !this.#place || this.#place.screen === 'disputes') return;
    this.#lists.closeAll();
    this.#governing.refresh();
    this.#ask(true);
    this.#host.redraw();
  }

  render(): TemplateResult {
    if (this.#place?.screen === 'disputes') return this.#disputes.render();
    const view = this.#view();
    return this.#place?.screen === 'audit' ? this.#governing.renderAudit(view) : renderScorecard(view);
  }

  drawn(): void {
    this.#disputes.drawn();
    this.#governing.drawn();
    this.#period.drawn(this.#host.root);
    if (this.#mustFocusHeading && this.#focus('[data-heading]')) this.#mustFocusHeading = false;
    const list = this.#lists.of(this.#readingOn);
    if (list?.isLoading) return;
    // The button to the next page went with the last one.
    if (list && !list.hasMore && list.trouble === undefined) this.#focus(`#evidence-${this.#readingOn} .scroll`);
    this.#readingOn = '';
  }

  /** The audit trail is asked for where it is drawn. */
  #ask(again = false): void {
    const place = this.#place;
    if (this.#client && place && place.screen !== 'audit') this.#loader.ask(this.#client, queryOf(place), again);
  }

  #view(): ScorecardView {
    const { language, strings, isUnconnected, startTimer, redraw } = this.#host;
    const isSpoken = speaks(language, strings.scorecard);
    const { data, period = '', measure = '', order = [], itemHref = '', suggestionHref = '' } = this.#place ?? {};
    const { isLoading, code, reply } = this.#loader;
    const write = writerFor(isSpoken ? language : 'en');
    const words = scorecardWords(language, strings.scorecard, redraw);
    const shown = data && 'disputes' in data ? undefined : (data ?? reply);
    const view: ScorecardView = {
      shown,
      isLoading,
      trouble: isUnconnected ? 'no-client' : code,
      strings: words,
      // Where its sentences are English, so are the numbers and days in them, and they run from left to right.
      isForeign: !isSpoken,
      write,
      startTimer,
      refresh: () => this.refresh(),
      period: this.#client && shown && this.#period.choosing(period, shown),
      measure,
      order,
      compareBy: (chosen) => this.#go('comparison', { measure: chosen }),
      open: this.#client && ((subjectId) => this.#go('scorecard', { subjectId })),
      back: this.#cameFromComparison ? () => this.#go('comparison', { subjectId: '' }) : undefined,
      evidenceOf: (id) => this.#lists.of(id),
      toggleEvidence: (id) => this.#toggleEvidence(id),
      moreEvidence: (id) => {
        const { root } = this.#host;
        if (root instanceof ShadowRoot && root.activeElement?.closest('.evidence')) this.#readingOn = id;
        this.#moreEvidence(id);
      },
      itemHref: (id) => fillHref(itemHref, id),
      suggestionHref: (id) => fillHref(suggestionHref, id),
      writeMeasure: (id, value) =>
        writeValue(figureKinds[measureDefinitions[id].unit], value, { strings: words, write }),
      targets: (one, scorecard) => this.#governing.renderTargets(one, scorecard, view),
    };
    return view;
  }

  #followDisputes(client: Client | undefined, { data, itemHref }: ScorecardPlace): void {
    const given = data && 'disputes' in data ? data : undefined;
    this.#disputes.follow(client, { data: given, itemHref: (id) => fillHref(itemHref, id), writerFor });
  }

  #focus(selector: string): boolean {
    const target = this.#host.root.querySelector<HTMLElement>(selector);
    target?.focus();
    return target !== null;
  }

  #go(screen: 'scorecard' | 'comparison', to: { subjectId?: string; measure?: MeasureId }): void {
    const place = this.#place;
    const { subjectId = '', measure = '' } = to;
    if (!place || !this.#host.tell('select', { screen, collateralId: '', measure, subjectId })) return;
    this.#cameFromComparison = screen === 'scorecard';
    // Another measure is chosen beside the heading, where the focus stays.
    this.#mustFocusHeading = to.measure === undefined;
    place.move({ screen, ...to });
    this.#host.redraw();
  }

  #toggleEvidence(id: string): void {
    if (this.#lists.isOpen(id)) {
      this.#lists.close(id);
      return;
    }
    const measure = measureIds.find((each) => each === id);
    if (!measure || !this.#host.tell('select', { screen: 'evidence', collateralId: '', measure })) return;
    if (this.#client) this.#lists.open(measure, undefined);
    else this.#takeEvidence(measure);
    this.#moreEvidence(id);
  }

  #moreEvidence(id: string): void {
    const measure = measureIds.find((each) => each === id);
    if (this.#client && this.#place && measure) void this.#lists.more(this.#client, measure, subjectOf(this.#place));
  }

  /** Shows what the page gave below the number it is about. */
  #takeEvidence(measure: MeasureId): void {
    const { evidence, data } = this.#place ?? {};
    const isAbout =
      evidence && data && 'subject' in data && evidence.measure === measure && evidence.subject.id === data.subject.id;
    if (isAbout) this.#lists.open(measure, evidence);
  }
}

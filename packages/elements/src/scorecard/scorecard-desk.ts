import type { Client } from '@collateral/sdk';
import { measureDefinitions, type MeasureId } from '@collateral/sdk/contract';
import type { TemplateResult } from 'lit';
import { chartStyles } from '../charts/chart-styles.js';
import { tableStyles } from '../charts/table-styles.js';
import { wear } from '../shared/wear.js';
import { figureStyles } from '../figures/figure-styles.js';
import { boxStyles } from '../figures/box-styles.js';
import { writeValue } from '../figures/describe-figure.js';
import { writerFor } from '../figures/writer.js';
import { writeCsv } from '../figures/csv.js';
import { saveCsv } from '../figures/save-csv.js';
import type { Desk, DeskHost } from '../shared/desk.js';
import { figureKinds } from './describe-measure.js';
import { EvidenceDesk } from './evidence-desk.js';
import { fillHref } from './fill-href.js';
import { GoverningSlot } from './governing-slot.js';
import { LateDisputes } from './late-disputes.js';
import { PeriodSlot } from './period-slot.js';
import { renderScorecard } from './render-scorecard.js';
import { scorecardCsv } from './scorecard-csv.js';
import { ScorecardLoader } from './scorecard-loader.js';
import type { ScorecardPlace } from './scorecard-place.js';
import { isQuestionSame, queryOf } from './scorecard-question.js';
import type { ScorecardView } from './scorecard-view.js';
import { scorecardWords, speaks } from './scorecard-words.js';
import { scorecardStyles } from './scorecard-styles.js';

/** What stands behind `collateral-scorecard`. */
export class ScorecardDesk implements Desk<ScorecardPlace> {
  readonly #host: DeskHost;
  readonly #loader: ScorecardLoader;
  readonly #evidence: EvidenceDesk;
  readonly #governing: GoverningSlot;
  readonly #disputes: LateDisputes;
  readonly #period: PeriodSlot;
  #client: Client | undefined;
  #place: ScorecardPlace | undefined;
  /** Somebody's scorecard was opened from the comparison. */
  #cameFromComparison = false;
  #mustFocusHeading = false;

  constructor(host: DeskHost) {
    this.#host = host;
    this.#disputes = new LateDisputes(host);
    this.#period = new PeriodSlot(host.redraw, (period) => {
      this.#place?.move({ period });
      host.tell('filter', { period, filter: '', sort: '', page: 1 });
    });
    this.#evidence = new EvidenceDesk(host);
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
    const isOther = asked !== this.#client || !before || !isQuestionSame(before, place);
    if (place.screen === 'comparison') this.#cameFromComparison = false;
    this.#place = place;
    this.#client = asked;
    this.#governing.follow(asked, place);
    this.#ask();
    this.#evidence.follow(asked, place, isOther);
  }

  refresh(): void {
    if (this.#place?.screen === 'disputes') this.#disputes.refresh();
    if (!this.#client || !this.#place || this.#place.screen === 'disputes') return;
    this.#evidence.closeAll();
    this.#governing.refresh();
    this.#ask(true);
    this.#host.redraw();
  }

  render(): TemplateResult {
    if (this.#place?.screen === 'disputes') return this.#disputes.render();
    const view = this.#view();
    return this.#place?.screen === 'audit' ? this.#governing.renderAudit(view) : renderScorecard(view);
  }

  toCsv(): string {
    if (this.#place?.screen === 'disputes') return this.#disputes.toCsv();
    const view = this.#view();
    if (this.#place?.screen === 'audit') return this.#governing.toCsv(view);
    return view.shown ? scorecardCsv(view.shown) : '';
  }

  drawn(): void {
    this.#disputes.drawn();
    this.#governing.drawn();
    this.#period.drawn(this.#host.root);
    if (this.#mustFocusHeading && this.#focus('[data-heading]')) this.#mustFocusHeading = false;
    this.#evidence.drawn();
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
      download: (name) => saveCsv(name, this.toCsv()),
      period: this.#client && shown && this.#period.choosing(period, shown),
      measure,
      order,
      compareBy: (chosen) => this.#go('comparison', { measure: chosen }),
      open: this.#client && ((subjectId) => this.#go('scorecard', { subjectId })),
      back: this.#cameFromComparison ? () => this.#go('comparison', { subjectId: '' }) : undefined,
      evidenceOf: (id) => this.#evidence.of(id),
      toggleEvidence: (id) => this.#evidence.toggle(id),
      moreEvidence: (id) => this.#evidence.more(id),
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
    const { strings, language } = this.#host;
    const { download } = scorecardWords(language, strings.scorecard);
    this.#disputes.follow(client, {
      data: given,
      itemHref: (id) => fillHref(itemHref, id),
      writerFor,
      writeCsv,
      download: { label: download, save: () => saveCsv('disputes', this.toCsv()) },
    });
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
}

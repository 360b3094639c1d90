import { isCollateralError, type Client, type ScorecardsQuery } from '@collateral/sdk';
import type { Scorecard } from '@collateral/sdk/contract';
import type { TemplateResult } from 'lit';
import { chartStyles } from '../charts/chart-styles.js';
import { tableStyles } from '../charts/table-styles.js';
import { wear } from '../shared/wear.js';
import { figureStyles } from '../figures/figure-styles.js';
import { boxStyles } from '../figures/box-styles.js';
import { writerFor } from '../figures/writer.js';
import type { Desk, DeskHost } from '../shared/desk.js';
import type { LoadState } from '../shared/events.js';
import { englishScorecard } from './english-scorecard.js';
import { renderScorecard } from './render-scorecard.js';
import type { ScorecardPlace } from './scorecard-place.js';
import { scorecardStyles } from './scorecard-styles.js';

/** What stands behind `collateral-scorecard`. */
export class ScorecardDesk implements Desk<ScorecardPlace> {
  readonly #host: DeskHost;
  #client: Client | undefined;
  #place: ScorecardPlace | undefined;
  #reply: Scorecard | undefined;
  #code: string | undefined;
  #isLoading = false;
  #control: AbortController | undefined;

  constructor(host: DeskHost) {
    this.#host = host;
    wear(host.root, [figureStyles, boxStyles, chartStyles, tableStyles, scorecardStyles]);
  }

  follow(client: Client | undefined, place: ScorecardPlace): void {
    const before = this.#place;
    const asked = place.data ? undefined : client;
    const isElsewhere =
      asked !== this.#client || before?.subject !== place.subject || before.subjectId !== place.subjectId;
    const isSame = !isElsewhere && before.period === place.period && before.compare === place.compare;
    this.#place = place;
    this.#client = asked;
    if (isSame) return;
    // Nobody's figures stand below another name.
    if (isElsewhere) this.#reply = this.#code = undefined;
    void this.#ask();
  }

  refresh(): void {
    void this.#ask();
  }

  render(): TemplateResult {
    const { language, isUnconnected, startTimer } = this.#host;
    return renderScorecard({
      scorecard: this.#place?.data ?? this.#reply,
      isLoading: this.#isLoading,
      trouble: isUnconnected ? 'no-client' : this.#code,
      strings: englishScorecard,
      // Its sentences are English, and so are the numbers and days in them.
      write: writerFor(language.toLowerCase().startsWith('en') ? language : 'en'),
      startTimer,
      refresh: () => this.refresh(),
      select: (measure) => void this.#host.tell('select', { screen: 'evidence', collateralId: '', measure }),
    });
  }

  drawn(): void {
    // Nothing is focused for anybody.
  }

  async #ask(): Promise<void> {
    const [client, place] = [this.#client, this.#place];
    this.#control?.abort();
    this.#isLoading = Boolean(client);
    if (!client || !place) return;
    const { signal } = (this.#control = new AbortController());
    this.#tell('loading');
    try {
      this.#reply = await client.scorecards(queryOf(place), { signal });
      if (signal.aborted) return;
      this.#code = undefined;
      this.#isLoading = false;
      this.#tell('loaded');
    } catch (error) {
      if (signal.aborted) return;
      this.#code = isCollateralError(error) ? error.code : 'server-failed';
      this.#isLoading = false;
      this.#tell('failed', this.#code);
    }
    this.#host.redraw();
  }

  #tell(state: LoadState, code?: string): void {
    const { failures, failed } = englishScorecard;
    const message = code === undefined ? '' : (failures[code] ?? failed);
    this.#host.tell('status', { collateralId: '', state, code, message });
  }
}

/** What can't be asked for is refused by the SDK, which knows what can. */
function queryOf({ subject, subjectId, period, compare }: ScorecardPlace): ScorecardsQuery & { screen: 'scorecard' } {
  const query = { screen: 'scorecard', subject, ...(subjectId && { id: subjectId }), period, compare };
  return query as ScorecardsQuery & { screen: 'scorecard' };
}

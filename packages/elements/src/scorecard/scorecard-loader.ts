import { isCollateralError, type Client, type ScorecardsQuery } from '@collateral/sdk';
import type { Scorecard, ScorecardComparison } from '@collateral/sdk/contract';

/** What is asked for on one screen. */
export type ScreenQuery = ScorecardsQuery & { readonly screen: 'scorecard' | 'comparison' };

/** What is told while something is loaded. */
export interface LoaderListener {
  readonly onChange: () => void;
  readonly onState: (state: 'loading' | 'loaded' | 'failed', code?: string) => void;
}

/**
 * Asks for a scorecard or a comparison and keeps what it got, so that coming back shows it at once.
 *
 * Must:
 * 1. show an answer only where it belongs: nobody's figures stand below another name, a newer question ends the older one, and when
 *    it can't be answered, the figures of another period go;
 * 2. keep what is shown when asking the same again fails, and say so.
 */
export class ScorecardLoader {
  readonly #listener: LoaderListener;
  readonly #replies = new Map<string, { readonly question: string; readonly reply: Scorecard | ScorecardComparison }>();
  #about = '';
  #asked = '';
  #control: AbortController | undefined;

  /** Why the last question was not answered. */
  code: string | undefined;
  isLoading = false;

  constructor(listener: LoaderListener) {
    this.#listener = listener;
  }

  /** The last answer about what was asked for last. */
  get reply(): Scorecard | ScorecardComparison | undefined {
    return this.#replies.get(this.#about)?.reply;
  }

  /** Asks unless this very question was asked last; `again` asks in any case. */
  ask(client: Client, query: ScreenQuery, again = false): void {
    const question = JSON.stringify(query);
    if (question === this.#asked && !again) return;
    const { period: _, compare: __, ...about } = query;
    this.#about = JSON.stringify(about);
    if (question !== this.#asked) this.code = undefined;
    this.#asked = question;
    void this.#load(client, query);
  }

  /** Forgets everything and ends what is on its way. */
  forget(): void {
    this.#control?.abort();
    this.#replies.clear();
    this.#asked = this.#about = '';
    this.code = undefined;
    this.isLoading = false;
  }

  async #load(client: Client, query: ScreenQuery): Promise<void> {
    this.#control?.abort();
    const { signal } = (this.#control = new AbortController());
    const [about, question] = [this.#about, this.#asked];
    this.isLoading = true;
    this.#listener.onState('loading');
    try {
      const reply = await client.scorecards(query, { signal });
      if (signal.aborted) return;
      this.#replies.set(about, { question, reply });
      this.code = undefined;
      this.isLoading = false;
      this.#listener.onState('loaded');
    } catch (error) {
      if (signal.aborted) return;
      if (this.#replies.get(about)?.question !== question) this.#replies.delete(about);
      this.code = isCollateralError(error) ? error.code : 'server-failed';
      this.isLoading = false;
      this.#listener.onState('failed', this.code);
    }
    this.#listener.onChange();
  }
}

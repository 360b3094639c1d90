import { collateralScale, type ItemReference } from '@collateral/sdk';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { accessibleName } from '../shared/accessible-name.js';
import { ClientConsumer } from '../shared/client-consumer.js';
import { CollateralRateEvent, CollateralStatusEvent } from '../shared/events.js';
import { setStates } from '../shared/set-states.js';
import type { Standing } from './describe-standing.js';
import { RatingControl } from './rating-control.js';
import { RatingRecord } from './rating-record.js';
import { ratingStyles } from './rating-styles.js';
import { renderAverage, renderScore } from './render-average.js';
import { renderFoot, type FootAction } from './render-foot.js';
import { describeProgress, type SaveProgress } from './save-progress.js';
import { SetupCheck } from './setup-check.js';
import { warnUnconnected, warnUnsupportedComment } from './setup-warnings.js';

/**
 * @summary Lets a person rate an item on the one scale, saves it through the nearest provider and says truthfully how far
 * saving has come.
 *
 * Without `collateral-id` it is a plain form control that saves nothing.
 *
 * @fires input - The choice moved: each step of a walk with the arrow keys.
 * @fires change - The person has chosen.
 * @fires {CollateralRateEvent} collateral-rate - The person has chosen; cancel it to keep it from being recorded.
 * @fires {CollateralStatusEvent} collateral-status - Saving came a step further: `saving`, `stored`, `delivered`, `failed`.
 *
 * @csspart base - Everything.
 * @csspart label - The visible label.
 * @csspart symbols - The row of five symbols.
 * @csspart symbol - One symbol.
 * @csspart anchor - The line that says what the point under the pointer or focus means.
 * @csspart status - What is said about saving.
 * @csspart score - What everybody's ratings come to.
 * @csspart button - A button of the element.
 *
 * @cssstate rated - A point is chosen.
 * @cssstate readonly - It shows and takes nothing: set so, the person's own item, or a scale it does not know.
 * @cssstate disabled - It is disabled, itself or by a fieldset.
 *
 * @cssproperty [--collateral-rating-size=1.75rem] - Size of one symbol; the area to hit is never smaller than 24 px.
 */
export class CollateralRating extends RatingControl {
  /** The look; see the parts and custom properties above. */
  static override styles: CSSResultGroup = ratingStyles;

  static override properties: PropertyDeclarations = {
    collateralId: { attribute: 'collateral-id' },
    version: {},
    label: {},
    scale: {},
    summary: { type: Boolean },
    comment: {},
  };

  /** The item; see `Client.rate`. */
  declare collateralId: string;
  /** The version shown; left out means the version published now. */
  declare version: string | undefined;
  /** The visible label and accessible name. A `<label>` or `aria-label` names it as well. */
  declare label: string;
  /** The scale the page expects. Anything but the one scale is refused. @defaultValue 'collateral-5@1' */
  declare scale: string;
  /** Also shows what everybody's ratings come to. @defaultValue false */
  declare summary: boolean;
  /** Whether a comment is asked for. This version only knows `none`. @defaultValue 'none' */
  declare comment: 'none' | 'optional' | 'when-low';

  #withdrawn: number | null = null;

  readonly #record = new RatingRecord({
    onChange: () => this.requestUpdate(),
    onProgress: (progress) => this.#onProgress(progress),
    onMine: (value) => this.#onMine(value),
  });
  readonly #setup = new SetupCheck(this);
  readonly #consumer = new ClientConsumer(this, (client) => this.#record.useClient(client));

  constructor() {
    super();
    this.collateralId = '';
    this.label = '';
    this.scale = collateralScale.id;
    this.summary = false;
    this.comment = 'none';
  }

  /** @internal */
  get lacksClient(): boolean {
    return Boolean(this.collateralId) && !this.#consumer.client;
  }

  /** @internal */
  get accessibleName(): string {
    return accessibleName(this, this.labels);
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    this.#commitIfLeft();
    super.willUpdate(changed);
    if (changed.has('collateralId') || changed.has('version') || changed.has('scale')) {
      this.#record.useItem(this.#item);
      const { keepsChoice, value } = this.#record.saver;
      if (this.hasUpdated) this.show(keepsChoice ? value : this.given);
    }
    this.#record.loadIfNew();
    if (this.comment !== 'none') warnUnsupportedComment(this.comment);
  }

  /** @internal */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { internals, isReadOnly } = this;
    internals.role = isReadOnly ? null : 'radiogroup';
    internals.ariaLabel = isReadOnly ? null : this.label || null;
    internals.ariaRequired = String(this.required);
    internals.ariaDisabled = String(this.isDisabled);
    setStates(internals.states, { rated: this.chosen !== null, readonly: isReadOnly, disabled: this.isDisabled });
  }

  override render(): TemplateResult {
    const { label, strings } = this;
    if (!this.#isScaleKnown) {
      return html`
        <p class="refusal" part="status">${strings.otherScale(this.scale, collateralScale.id)}</p>
      `;
    }
    const standing = this.#standing;
    // The visible label is hidden from assistive technology: it is the group's name already.
    return html`
      <div class=${this.isDisabled ? 'base disabled' : 'base'} part="base">
        ${
          label &&
          html`
            <div class="label" part="label" aria-hidden="true">${label}</div>
          `
        }
        ${this.isReadOnly ? renderAverage(this.accessibleName || strings.rating, this.given, standing) : this.renderChoice()}
        ${this.summary ? renderScore(standing) : nothing}
        ${this.collateralId || this.clearable ? renderFoot(standing, this.#footAction) : nothing}
      </div>
    `;
  }

  protected override get isReadOnly(): boolean {
    return this.readonly || !this.#isScaleKnown || this.#record.loader.summary?.own === true;
  }

  protected override approve(value: number | null, previousValue: number | null): boolean {
    // A choice that ends because the page turns to another item is about the one that was shown.
    const { collateralId = '', version } = this.#record.item ?? {};
    return this.dispatchEvent(new CollateralRateEvent({ collateralId, version, value, previousValue }));
  }

  protected override record(value: number | null, previousValue: number | null): void {
    this.#withdrawn = value === null ? previousValue : null;
    this.#record.save(value, previousValue);
  }

  protected override show(value: number | null): void {
    this.#commitIfLeft();
    super.show(value);
  }

  /** The item the page asks for; undefined when there is none to rate. */
  get #item(): ItemReference | undefined {
    const { collateralId, version } = this;
    if (!collateralId || !this.#isScaleKnown) return undefined;
    return { collateralId, ...(version !== undefined && { version }) };
  }

  get #isScaleKnown(): boolean {
    return this.scale === collateralScale.id;
  }

  get #standing(): Standing {
    const { strings, isReadOnly, isChoosing, writeNumber: write } = this;
    const { isUnconnected } = this.#setup;
    return { record: this.#record, strings, isUnconnected, isReadOnly, isChoosing, write };
  }

  /** The one thing a person can do besides choosing: try again, take back, or undo that. */
  get #footAction(): FootAction | undefined {
    const { retry } = this.#record;
    if (retry) return { name: 'tryAgain', act: retry };
    if (!this.clearable || this.isReadOnly || this.isDisabled) return undefined;
    if (this.isChoosing) return { name: 'withdraw' };
    if (this.chosen !== null) return { name: 'withdraw', act: () => this.choose(null) };
    return this.#withdrawn === null ? { name: 'withdraw' } : { name: 'undo', act: () => this.choose(this.#withdrawn) };
  }

  /** A walk with the arrow keys was about the item shown: it counts before the page turns to another one. */
  #commitIfLeft(): void {
    const [asked, shown] = [this.#item, this.#record.item];
    const isLeft = asked?.collateralId !== shown?.collateralId || asked?.version !== shown?.version;
    if (this.isChoosing && isLeft) this.commit();
  }

  #onMine(value: number | null | undefined): void {
    if (!this.isChoosing && !this.isReadOnly) this.show(value === undefined ? this.given : value);
  }

  #onProgress(progress: SaveProgress): void {
    this.requestUpdate();
    if (progress.state === 'idle') return;
    if (progress.state === 'failed' && progress.reason === 'no-client') warnUnconnected();
    const { collateralId, strings } = this;
    const { id, code } = { id: undefined, code: undefined, ...progress };
    const message = describeProgress(progress, strings);
    this.dispatchEvent(new CollateralStatusEvent({ collateralId, state: progress.state, id, code, message }));
  }
}

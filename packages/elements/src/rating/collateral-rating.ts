import { collateralScale } from '@collateral/sdk';
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
import { CollateralRateEvent } from '../shared/events.js';
import { askedItem, isSameItem, isScaleKnown } from './asked-item.js';
import type { Remark } from './comment-form.js';
import { CommentOffer, type CommentWhen } from './comment-offer.js';
import type { Standing } from './describe-standing.js';
import { exposeGroup } from './expose-group.js';
import { footActionOf, type FootAction } from './foot-action.js';
import { RatingControl } from './rating-control.js';
import { RatingRecord } from './rating-record.js';
import { ratingStyles } from './rating-styles.js';
import { renderAverage, renderScore } from './render-average.js';
import { renderRefusal } from './render-refusal.js';
import { renderFoot } from './render-foot.js';
import { statusEventOf, type SaveProgress } from './save-progress.js';
import { SetupCheck } from './setup-check.js';
import { warnUnconnected } from './setup-warnings.js';

/**
 * @summary Lets a person rate an item on the one scale, saves it and says truthfully how far saving has come.
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

  /** What Lit watches, and the attributes they are read from. */
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
  /** When a comment is asked for: never, after any rating, or after a low one with reasons to pick. @defaultValue 'none' */
  declare comment: CommentWhen;

  #withdrawn: number | null = null;

  readonly #record = new RatingRecord({
    onChange: () => this.requestUpdate(),
    onProgress: (progress) => this.#onProgress(progress),
    onMine: (value) => this.#onMine(value),
  });
  readonly #offer = new CommentOffer(this, this.#record, (remark) => {
    const { chosen } = this;
    if (this.#mayRecord(chosen, chosen, remark)) this.#record.save(chosen, chosen, remark);
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
      this.#record.useItem(askedItem(this));
      this.#offer.close();
      const { keepsChoice, value } = this.#record.saver;
      if (this.hasUpdated) this.show(keepsChoice ? value : this.given);
    }
    this.#record.loadIfNew();
  }

  /** @internal */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    exposeGroup(this.internals, this, {
      isRated: this.chosen !== null,
      isReadOnly: this.isReadOnly,
      isDisabled: this.isDisabled,
    });
  }

  override render(): TemplateResult {
    const { label, strings } = this;
    if (!isScaleKnown(this)) return renderRefusal(this.scale, strings);
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
        ${this.collateralId || this.clearable ? renderFoot(standing, ...this.#actions) : nothing}
        ${this.isReadOnly || this.isDisabled || this.isChoosing ? nothing : this.#offer.render(strings)}
      </div>
    `;
  }

  protected override get isReadOnly(): boolean {
    return this.readonly || !isScaleKnown(this) || this.#record.loader.summary?.own === true;
  }

  protected override approve(value: number | null, previousValue: number | null): boolean {
    return this.#mayRecord(value, previousValue);
  }

  protected override record(value: number | null, previousValue: number | null): void {
    this.#withdrawn = value === null ? previousValue : null;
    this.#record.save(value, previousValue);
    // A walk that ended because the page turns to another item leaves nobody to ask.
    if (!this.#isLeft) void this.#offer.offer(this.comment, value);
  }

  protected override show(value: number | null): void {
    this.#commitIfLeft();
    super.show(value);
  }

  get #standing(): Standing {
    const { strings, isReadOnly, isChoosing, writeNumber: write } = this;
    const { isUnconnected } = this.#setup;
    return { record: this.#record, strings, isUnconnected, isReadOnly, isChoosing, write };
  }

  get #actions(): (FootAction | undefined)[] {
    const { chosen, isChoosing } = this;
    const canChange = !this.isReadOnly && !this.isDisabled;
    const choosing = { canWithdraw: this.clearable && canChange, chosen, withdrawn: this.#withdrawn };
    const action = footActionOf(this.#standing, { ...choosing, choose: (value) => this.choose(value) });
    const canComment = this.comment !== 'none' && canChange && chosen !== null && !isChoosing && !this.#offer.isOpen;
    return [
      action,
      canComment ? { name: 'addComment', act: () => void this.#offer.offer('optional', chosen) } : undefined,
    ];
  }

  /** A walk with the arrow keys was about the item shown: it counts before the page turns to another one. */
  #commitIfLeft(): void {
    if (this.isChoosing && this.#isLeft) this.commit();
  }

  /** The page asks for another item than the one shown. */
  get #isLeft(): boolean {
    return !isSameItem(askedItem(this), this.#record.item);
  }

  #mayRecord(value: number | null, previousValue: number | null, remark?: Remark): boolean {
    // A choice that ends because the page turns to another item is about the one that was shown.
    const { collateralId = '', version } = this.#record.item ?? {};
    return this.dispatchEvent(new CollateralRateEvent({ collateralId, version, value, previousValue, ...remark }));
  }

  #onMine(value: number | null | undefined): void {
    if (!this.isChoosing && !this.isReadOnly) this.show(value === undefined ? this.given : value);
  }

  #onProgress(progress: SaveProgress): void {
    this.requestUpdate();
    if (progress.state === 'failed' && progress.reason === 'no-client') warnUnconnected();
    const event = statusEventOf(progress, this.collateralId, this.strings);
    if (event) this.dispatchEvent(event);
  }
}

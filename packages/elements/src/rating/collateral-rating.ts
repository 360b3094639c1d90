import { collateralScale } from '@collateral/sdk';
import { nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ClientConsumer } from '../shared/client-consumer.js';
import { CollateralRateEvent } from '../shared/events.js';
import { askedItem, isSameItem, isScaleKnown } from './asked-item.js';
import { CommentSlot } from './comment-slot.js';
import type { Standing } from './describe-standing.js';
import { exposeGroup } from './expose-group.js';
import type { Choosing } from './foot-action.js';
import { NoticeSlot } from './notice-slot.js';
import { PromptSlot } from './prompt-slot.js';
import { RatingControl } from './rating-control.js';
import { RatingRecord } from './rating-record.js';
import { ratingStyles } from './rating-styles.js';
import { renderRating } from './render-rating.js';
import type { CommentWhen, Remark } from './remark.js';
import { renderRefusal } from './render-refusal.js';
import { statusEventOf, type SaveProgress } from './save-progress.js';
import { SetupCheck, warn } from './setup-check.js';

/**
 * @summary Lets a person rate an item on the one scale, saves it and says truthfully how far saving has come.
 *
 * Without `collateral-id` it is a plain form control that saves nothing.
 *
 * @fires input - The choice moved: each step of a walk with the arrow keys.
 * @fires change - The person has chosen.
 * @fires {CollateralRateEvent} collateral-rate - The person has chosen; cancel it to keep it from being recorded.
 * @fires {CollateralStatusEvent} collateral-status - Saving came a step further: `saving`, `stored`, `delivered`, `failed`.
 * @fires {CollateralNoticeEvent} collateral-notice - The person says that it is fixed, or closes the notice; cancelable.
 * @csspart base - Everything.
 * @csspart label - The visible label.
 * @csspart symbols - The row of five symbols.
 * @csspart symbol - One symbol.
 * @csspart anchor - The line that says what the point under the pointer or focus means.
 * @csspart status - What is said about saving.
 * @csspart score - What everybody's ratings come to.
 * @csspart button - A button of the element.
 * @csspart notice - What was done about what the person asked for.
 * @csspart comment - The comment form.
 * @csspart text - The text of the comment.
 * @csspart reason - A reason for a low rating.
 * @csspart tell-owner - The box that sends the reasons to the owner at once.
 * @cssstate rated - A point is chosen.
 * @cssstate readonly - It shows and takes nothing: set so, the person's own item, or a scale it does not know.
 * @cssstate prompted - The person is asked to rate now.
 * @cssstate disabled - It is disabled, itself or by a fieldset.
 * @cssproperty [--collateral-rating-size=1.75rem] - Size of one symbol, 1.25rem when compact; the area to hit is never smaller than 24 px.
 */
export class CollateralRating extends RatingControl {
  /** The look; see the parts and custom properties above. */
  static override styles: CSSResultGroup = ratingStyles;

  /** What Lit watches, and the attributes they are read from. */
  static override properties: PropertyDeclarations = {
    collateralId: { attribute: 'collateral-id' },
    version: {},
    scale: {},
    summary: { type: Boolean },
    prompt: { type: Boolean },
    notices: { type: Boolean },
    comment: {},
  };

  /** The item; see `Client.rate`. */
  declare collateralId: string;
  /** The version shown; left out means the version published now. */
  declare version: string | undefined;
  /** The scale the page expects. Anything but the one scale is refused. @defaultValue 'collateral-5@1' */
  declare scale: string;
  /** Also shows what everybody's ratings come to. @defaultValue false */
  declare summary: boolean;
  /** Asks for a rating after real use, as rarely as the policy says; see `Client.prompts`. @defaultValue false */
  declare prompt: boolean;
  /** Tells what was done about what the person asked for, and asks for another rating. @defaultValue false */
  declare notices: boolean;
  /** When a comment is asked for: never, after any rating, or after a low one with reasons to pick. @defaultValue 'none' */
  declare comment: CommentWhen;

  readonly #record = new RatingRecord({
    onChange: () => this.requestUpdate(),
    onProgress: (progress) => this.#onProgress(progress),
    onMine: (value, isSomebodyElse) => this.#onMine(value, isSomebodyElse),
  });
  readonly #offer = new CommentSlot(this, this.#record, (remark) => {
    const { chosen } = this;
    if (this.#mayRecord(chosen, chosen, remark)) this.#record.save(chosen, chosen, remark);
  });
  readonly #prompts = new PromptSlot(this, this.#record);
  readonly #news = new NoticeSlot(this, this.#record);
  readonly #setup = new SetupCheck(this);
  readonly #consumer = new ClientConsumer(this, (client) => this.#record.useClient(client));

  constructor() {
    super();
    this.collateralId = '';
    this.scale = collateralScale.id;
    this.summary = this.prompt = this.notices = false;
    this.comment = 'none';
  }

  /** @internal */
  get lacksClient(): boolean {
    return Boolean(this.collateralId) && !this.#consumer.client;
  }

  /** @internal */
  get isOpenToChoice(): boolean {
    return this.#canChange && this.chosen === null;
  }

  /** @internal */
  protected override willUpdate(changed: PropertyValues): void {
    this.#commitIfLeft();
    super.willUpdate(changed);
    if (changed.has('collateralId') || changed.has('version') || changed.has('scale')) {
      this.#record.useItem(askedItem(this));
      this.#offer.turnTo(this.#record.item);
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
      isPrompted: Boolean(this.#prompts.request(this.strings)?.dismiss),
      isReadOnly: this.isReadOnly,
      isDisabled: this.isDisabled,
    });
  }

  override render(): TemplateResult {
    const { label, strings, collateralId, summary, given, isDisabled } = this;
    if (!isScaleKnown(this)) return renderRefusal(this.scale, strings);
    return renderRating({
      standing: this.#standing,
      choosing: this.#choosing,
      label,
      name: () => this.accessibleName || strings.rating,
      given,
      isDisabled,
      hasSummary: summary,
      hasFoot: Boolean(collateralId) || this.clearable,
      renderChoice: () => this.renderChoice(),
      form: this.#canChange && !this.isChoosing ? this.#offer.render(strings) : nothing,
      news: this.#news.render(this.language, strings, this.#canChange),
    });
  }

  protected override get isReadOnly(): boolean {
    return this.readonly || !isScaleKnown(this) || this.#record.loader.summary?.own === true;
  }

  protected override approve(value: number | null, previousValue: number | null): boolean {
    return this.#mayRecord(value, previousValue);
  }

  protected override record(value: number | null, previousValue: number | null): void {
    this.#record.save(value, previousValue);
    // A walk that ended because the page turns to another item leaves nobody to ask.
    if (!this.#isLeft) void this.#offer.offer(this.comment, value);
  }

  protected override show(value: number | null): void {
    this.#commitIfLeft();
    super.show(value);
  }

  get #standing(): Standing {
    const { strings, isReadOnly, isChoosing, writeNumber: write, compact: isCompact } = this;
    const { isUnconnected } = this.#setup;
    const request = this.#prompts.request(strings);
    return { record: this.#record, strings, isUnconnected, isReadOnly, isChoosing, isCompact, request, write };
  }

  get #choosing(): Choosing {
    const { chosen, isChoosing, comment } = this;
    const canComment = comment !== 'none' && this.#canChange && chosen !== null && !isChoosing && !this.#offer.isOpen;
    return {
      canWithdraw: this.clearable && this.#canChange,
      chosen,
      withdrawn: this.#record.withdrawn,
      choose: (value) => this.choose(value),
      addComment: canComment ? () => void this.#offer.offer('optional', chosen) : undefined,
    };
  }

  get #canChange(): boolean {
    return !this.isReadOnly && !this.isDisabled;
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

  #onMine(value: number | null | undefined, isSomebodyElse = false): void {
    if (isSomebodyElse || (!this.isChoosing && !this.isReadOnly)) this.show(value === undefined ? this.given : value);
  }

  #onProgress(progress: SaveProgress): void {
    this.requestUpdate();
    if (progress.state === 'failed' && progress.reason === 'no-client') warn('unconnected');
    const event = statusEventOf(progress, this.collateralId, this.strings);
    if (event) this.dispatchEvent(event);
  }
}

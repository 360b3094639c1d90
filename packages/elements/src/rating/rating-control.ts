import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { accessibleName } from '../shared/accessible-name.js';
import { FormControlElement } from '../shared/form-control-element.js';
import { startPageTimer, type StartTimer } from '../shared/start-timer.js';
import { pointIn, pointOf } from './point-of.js';
import { parseRatingValue } from './rating-value.js';
import { renderChoice, type ChoiceListeners } from './render-choice.js';
import { valueForKey } from './value-for-key.js';
import { Walk } from './walk.js';

/**
 * The choosing half of a rating: a radio group of five points as a form control. It knows what a person chose and when
 * they meant it; what becomes of it is the subclass's business.
 */
export abstract class RatingControl extends FormControlElement {
  /** What Lit watches, and the attributes they are read from. */
  static override properties: PropertyDeclarations = {
    value: {},
    label: {},
    compact: { type: Boolean, reflect: true },
    clearable: { type: Boolean },
    hovered: { state: true },
    focused: { state: true },
  };

  /** The visible label and accessible name. A `<label>` or `aria-label` names it as well. */
  declare label: string;
  /** One line, for lists: the label is heard and not seen, and a point's meaning is seen while it is looked at. @defaultValue false */
  declare compact: boolean;
  /** The rating can be withdrawn, with a button or the Delete key. @defaultValue false */
  declare clearable: boolean;
  /** The point under the pointer. */
  declare protected hovered: number | null;
  /** The point that has the focus. */
  declare protected focused: number | null;

  /** Replaces the timer that ends a walk with the arrow keys; for tests. @internal */
  startTimer: StartTimer = startPageTimer;

  /** What the page set last; null once the person has chosen. */
  protected given: number | null = null;
  #value: number | null = null;
  #committed: number | null = null;
  readonly #walk = new Walk(() => this.commit());

  constructor() {
    super();
    this.label = '';
    this.compact = false;
    this.clearable = false;
    this.hovered = null;
    this.focused = null;
    this.addEventListener('click', this.#onHostClick);
  }

  /** The rating, 1 to 5, or null. A read-only rating may show an average between two points. */
  get value(): number | null {
    return this.#value;
  }

  /** Setting it fires nothing and records nothing; what is not on the scale is null. */
  set value(value: number | string | null | undefined) {
    const given = parseRatingValue(value, true);
    // A page that mirrors each `input` into `value` must not end the walk it listens to.
    if (this.isChoosing && given === this.#value) return;
    this.show(given);
    this.given = given;
  }

  /** @internal */
  get accessibleName(): string {
    return accessibleName(this, this.labels);
  }

  /** @internal */
  override disconnectedCallback(): void {
    this.#walk.end();
    super.disconnectedCallback();
  }

  /** The browser calls this when the form is reset. @internal */
  formResetCallback(): void {
    this.value = this.getAttribute('value');
  }

  /** The browser calls this when it brings a page back. @internal */
  formStateRestoreCallback(state: unknown): void {
    this.value = typeof state === 'string' ? state : null;
  }

  /** Puts the focus on the chosen point, else on the first. */
  override focus(options?: FocusOptions): void {
    this.validityAnchor?.focus(options);
  }

  /** Empties the control like `value = null`. It does not withdraw a rating: that is the person's to do. */
  clear(): void {
    this.value = null;
  }

  /** Asks whether a choice may be recorded. */
  protected abstract approve(value: number | null, previousValue: number | null): boolean;
  /** Records a choice. */
  protected abstract record(value: number | null, previousValue: number | null): void;

  /** It is disabled, itself or by a fieldset: nothing can be chosen. */
  protected get isDisabled(): boolean {
    return this.disabled || this.isFieldsetDisabled;
  }

  /** The chosen point, or null: an average is not a choice. */
  protected get chosen(): number | null {
    return parseRatingValue(this.#value);
  }

  /** A walk with the arrow keys has not ended yet. */
  protected get isChoosing(): boolean {
    return this.#walk.isUnderWay;
  }

  protected override get formValue(): string | null {
    return this.chosen === null ? null : String(this.chosen);
  }

  protected override get validityAnchor(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('[tabindex="0"]') ?? null;
  }

  /** Shows a value as the settled one, without anybody having chosen it. */
  protected show(value: number | null): void {
    this.#walk.cancel();
    this.#committed = value;
    this.#change(value);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.isDisabled && !this.isReadOnly) return;
    this.hovered = null;
    this.focused = null;
    // Who may no longer choose has not chosen.
    if (this.isChoosing) this.show(this.#committed);
  }

  /** Draws the five points and what the current one means. */
  protected renderChoice(): TemplateResult {
    const { chosen, hovered, focused, compact: isCompact, isDisabled, strings, writeNumber: write } = this;
    return renderChoice({ chosen, hovered, focused, isCompact, isDisabled, strings, write }, this.#listeners);
  }

  /** Takes a choice of the person and means it at once. */
  protected choose(value: number | null): void {
    this.#pick(value);
    this.commit();
  }

  /** Ends choosing: records what is chosen, unless it is what was there or the page says no. */
  protected commit(): void {
    this.#walk.cancel();
    this.requestUpdate();
    const [value, previous] = [this.chosen, this.#committed];
    if (value === previous) return;
    if (!this.approve(value, previous)) {
      this.show(previous);
      return;
    }
    this.#committed = value;
    this.given = null;
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    this.record(value, previous);
  }

  #pick(value: number | null): void {
    if (this.isDisabled || this.isReadOnly || value === this.chosen) return;
    this.#change(value);
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  #change(value: number | null): void {
    const old = this.#value;
    this.#value = value;
    this.requestUpdate('value', old);
    this.syncForm();
  }

  /** A click on a `<label>` arrives at the host itself: it moves the focus and chooses nothing. */
  readonly #onHostClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus();
  };

  readonly #listeners: ChoiceListeners = {
    click: (event: Event): void => {
      const value = pointOf(event);
      if (value !== null) this.choose(value);
    },

    keydown: (event: KeyboardEvent): void => {
      const focused = pointOf(event);
      // With a modifier the key is the browser's or the page's: Ctrl+1 changes tabs.
      if (focused === null || this.isDisabled || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = valueForKey(event.key, focused, getComputedStyle(this).direction === 'rtl');
      if (next !== null) {
        this.#pick(next);
        this.#walk.step(this.startTimer);
        this.renderRoot.querySelector<HTMLElement>(`[aria-posinset="${next}"]`)?.focus();
      } else if (event.key === ' ' || event.key === 'Enter') this.choose(focused);
      else if (this.clearable && (event.key === 'Delete' || event.key === 'Backspace')) this.choose(null);
      else return;
      event.preventDefault();
    },

    pointerover: (event: PointerEvent): void => {
      // A finger has no hover: what it touches is shown when it is chosen.
      if (!this.isDisabled && event.pointerType !== 'touch') this.hovered = pointOf(event);
    },

    pointerleave: (): void => {
      this.hovered = null;
    },

    focusin: (event: FocusEvent): void => {
      this.focused = pointOf(event);
    },

    focusout: (event: FocusEvent): void => {
      if (event.relatedTarget instanceof Element && pointIn(event.relatedTarget)) return;
      this.focused = null;
      this.#walk.end();
    },
  };
}

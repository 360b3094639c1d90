import type { PropertyDeclarations, PropertyValues } from 'lit';
import { CollateralElement } from './collateral-element.js';

/** An element that takes part in a form like a native control. A subclass says what it submits and where its fault is. */
export abstract class FormControlElement extends CollateralElement {
  /** Makes the browser treat it as a form control. */
  static readonly formAssociated: boolean = true;

  // `name`, `disabled` and `readonly` are reflected because the browser reads the attributes, not the properties.
  /** What Lit watches, with the attributes that are reflected. */
  static override properties: PropertyDeclarations = {
    name: { reflect: true, useDefault: true },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    readonly: { type: Boolean, reflect: true },
    isFieldsetDisabled: { state: true },
  };

  /** Name in the form's data; without one nothing is submitted. */
  declare name: string;
  /** The form is not valid without a value. @defaultValue false */
  declare required: boolean;
  /** Greyed out, not focusable, not submitted. @defaultValue false */
  declare disabled: boolean;
  /** Shows its value and takes none. @defaultValue false */
  declare readonly: boolean;
  /** A fieldset or the browser disabled it. */
  declare protected isFieldsetDisabled: boolean;

  /** The browser's side of a form control: value, validity, states and role. */
  protected readonly internals: ElementInternals = this.attachInternals();

  constructor() {
    super();
    this.name = '';
    this.required = false;
    this.disabled = false;
    this.readonly = false;
    this.isFieldsetDisabled = false;
  }

  /** What is submitted, or null for nothing. */
  protected abstract readonly formValue: string | null;
  /** The focusable part a browser's message points at. */
  protected abstract readonly validityAnchor: HTMLElement | null;

  /** It takes no value now, so that none can be missing. */
  protected get isReadOnly(): boolean {
    return this.readonly;
  }

  /** The form it belongs to, or null. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** The `<label>` elements that name it; empty when there are none. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  /** Only `valueMissing` is ever set. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** What the browser tells the person; empty while the value is fine. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** False while it is disabled or has the attribute `readonly`. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** Whether the form may be sent with this value; fires `invalid` when not. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As `checkValidity`, and the browser tells the person what is missing. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** The browser calls this when a fieldset around it changes. @internal */
  formDisabledCallback(isDisabled: boolean): void {
    this.isFieldsetDisabled = isDisabled;
  }

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.syncForm();
  }

  protected override updated(_changed: PropertyValues): void {
    this.syncForm();
  }

  /** Tells the form the value and whether it is enough. Runs with every change, not only with the next rendering. */
  protected syncForm(): void {
    const { formValue, validityAnchor } = this;
    const isMissing = this.required && formValue === null && !this.isReadOnly;
    this.internals.setFormValue(formValue);
    if (!isMissing) this.internals.setValidity({});
    else this.internals.setValidity({ valueMissing: true }, this.strings.required, validityAnchor ?? undefined);
  }
}

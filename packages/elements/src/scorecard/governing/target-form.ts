import { isCollateralError, type Client } from '@collateral/sdk';
import {
  measureDefinitions,
  type MeasureId,
  type ScorecardSubject,
  type StoredTarget,
  type TargetCommand,
  type TargetConflict,
} from '@collateral/sdk/contract';
import type { TargetField } from '../../shared/governing-strings.js';
import { parseValue, typedValue } from './target-value.js';

/** What the form tells. */
export interface TargetFormListener {
  readonly redraw: () => void;
  readonly focusOn: (selector: string) => void;
  /** Asks the page; false when it cancels. */
  readonly maySet: (command: TargetCommand) => boolean;
  readonly onSaved: (target: StoredTarget) => void;
  readonly onConflict: (target: StoredTarget | null) => void;
}

const order: readonly TargetField[] = ['value', 'owner', 'from', 'until', 'reason'];

/**
 * The form of one measure's target.
 *
 * Must:
 * 1. keep what is typed until it was taken: also when the server refuses it, and when somebody else was faster;
 * 2. expect the revision the person saw, never one that came in behind their back.
 */
export class TargetForm {
  readonly measure: MeasureId;
  readonly #subject: ScorecardSubject;
  readonly #listener: TargetFormListener;
  #seen: readonly StoredTarget[];
  #typed: Readonly<Record<TargetField, string>>;
  #wrong: ReadonlySet<TargetField> = new Set();
  #trouble: string | undefined;
  #conflict: StoredTarget | null | undefined;
  #isSending = false;

  /** @param seen - the subject's own targets of the measure, as the person sees them. */
  constructor(
    measure: MeasureId,
    subject: ScorecardSubject,
    { seen, today }: { readonly seen: readonly StoredTarget[]; readonly today: string },
    listener: TargetFormListener,
  ) {
    this.measure = measure;
    this.#subject = subject;
    this.#listener = listener;
    this.#seen = seen;
    const latest = seen.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0];
    const value = latest ? typedValue(latest.value, this.#unit) : '';
    this.#typed = { value, owner: latest?.owner ?? '', from: today, until: '', reason: '' };
  }

  get isSending(): boolean {
    return this.#isSending;
  }

  /** Why it was not taken: a code of the server. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** What somebody else set meanwhile; null when it is gone, undefined while nobody did. */
  get conflict(): StoredTarget | null | undefined {
    return this.#conflict;
  }

  /** The target that begins on the day typed, which this would change. */
  get changes(): StoredTarget | undefined {
    return this.#seen.find(({ from }) => from === this.#typed.from);
  }

  typed(field: TargetField): string {
    return this.#typed[field];
  }

  isWrong(field: TargetField): boolean {
    return this.#wrong.has(field);
  }

  type(field: TargetField, text: string): void {
    this.#typed = { ...this.#typed, [field]: text };
    this.#wrong = new Set([...this.#wrong].filter((each) => each !== field && each !== 'until'));
    this.#listener.redraw();
  }

  /** Begins with what a target is now, so that it can be corrected, or ended on a day. */
  take({ value, owner, from, until }: StoredTarget, endsOn?: string): void {
    this.#typed = {
      value: typedValue(value, this.#unit),
      owner,
      from,
      until: endsOn ?? until ?? '',
      reason: this.#typed.reason,
    };
    this.#wrong = new Set();
    this.#listener.focusOn(this.selector(endsOn === undefined ? 'value' : 'until'));
  }

  /** Sends it. */
  async send(client: Client): Promise<void> {
    if (this.#isSending) return;
    const command = this.#command();
    this.#wrong = new Set(order.filter((field) => this.#isFieldWrong(field)));
    const [first] = order.filter((field) => this.#wrong.has(field));
    if (first) this.#listener.focusOn(this.selector(first));
    if (first || !this.#listener.maySet(command)) return;
    this.#isSending = true;
    this.#trouble = undefined;
    this.#conflict = undefined;
    this.#listener.redraw();
    try {
      this.#listener.onSaved(await client.setTarget(command));
    } catch (error) {
      this.#onRefused(error);
    }
    this.#isSending = false;
    this.#listener.redraw();
  }

  /** Finds a field of this form. */
  selector(field: TargetField): string {
    return `[data-targets="${this.measure}"] [data-field="${field}"]`;
  }

  get #unit(): (typeof measureDefinitions)[MeasureId]['unit'] {
    return measureDefinitions[this.measure].unit;
  }

  #command(): TargetCommand {
    const { value, owner, from, until, reason } = this.#typed;
    const { type, id } = this.#subject;
    return {
      measure: this.measure,
      subject: type,
      id,
      value: parseValue(value, this.#unit) ?? Number.NaN,
      owner: owner.trim(),
      from,
      until: until === '' ? null : until,
      reason: reason.trim(),
      expect: this.changes?.revision ?? 0,
    };
  }

  #isFieldWrong(field: TargetField): boolean {
    const { from, until } = this.#typed;
    if (field === 'value') return parseValue(this.#typed.value, this.#unit) === undefined;
    if (field === 'until') return until !== '' && until < from;
    return this.#typed[field].trim() === '';
  }

  #onRefused(error: unknown): void {
    const { code, cause } = isCollateralError(error) ? error : { code: 'server-failed', cause: undefined };
    const { target } = Object(cause) as Partial<TargetConflict>;
    this.#trouble = code;
    if (code !== 'revision-conflict' || target === undefined) return;
    this.#conflict = target;
    // Now the person sees it: sending again is about what it is now.
    const others = this.#seen.filter(({ from }) => from !== this.#typed.from);
    this.#seen = target ? [...others, target] : others;
    this.#listener.onConflict(target);
  }
}

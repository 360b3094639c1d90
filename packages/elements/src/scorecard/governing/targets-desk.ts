import { isCollateralError, type Client } from '@collateral/sdk';
import {
  measureDefinitions,
  type MeasureId,
  type Scorecard,
  type StoredTarget,
  type TargetCommand,
} from '@collateral/sdk/contract';
import { dayOf, listTargets, type ListedTarget } from './target-states.js';
import { TargetForm } from './target-form.js';

/** What stands around the targets of a scorecard. */
export interface TargetsHost {
  readonly redraw: () => void;
  readonly focusOn: (selector: string) => void;
  /** Puts the focus somewhere after the drawing that is being made. */
  readonly focusNext: (selector: string) => void;
  /** Asks the page; false when it cancels. */
  readonly maySet: (command: TargetCommand) => boolean;
  /** The figures have another target now. */
  readonly onSet: () => void;
  /** Closes the targets of a measure. */
  readonly close: (measure: string) => void;
}

/** The targets of one measure, as far as they are known. */
export interface MeasureTargets {
  readonly list: readonly ListedTarget[] | undefined;
  readonly trouble: string | undefined;
  /** Absent for those who may not set it. */
  readonly form: TargetForm | undefined;
  /** What was set last. */
  readonly saved: StoredTarget | undefined;
}

/** Knows the targets of whoever is shown, and has a form for each measure whose targets are open. */
export class TargetsDesk {
  readonly #host: TargetsHost;
  readonly #forms = new Map<string, TargetForm>();
  readonly #saved = new Map<string, StoredTarget>();
  #client: Client | undefined;
  #about = '';
  #targets: readonly StoredTarget[] | undefined;
  #trouble: string | undefined;
  #control: AbortController | undefined;
  /** The measure whose form was opened. */
  #mustFocus = '';

  constructor(host: TargetsHost) {
    this.#host = host;
  }

  /** Forgets what one person read and typed, and what was typed about somebody else. */
  follow(client: Client | undefined, about: string): void {
    if (client === this.#client && about === this.#about) return;
    this.#control?.abort();
    this.#control = undefined;
    this.#client = client;
    this.#about = about;
    this.#targets = this.#trouble = undefined;
    this.#forms.clear();
    this.#saved.clear();
  }

  /** Gives what is known; asks for it when nothing is. */
  of(id: MeasureId, { subject, asOf, window, maySetTargets }: Scorecard): MeasureTargets {
    const targets = this.#targets;
    if (!targets) {
      if (!this.#control && this.#trouble === undefined) void this.load();
      return { list: undefined, trouble: this.#trouble, form: undefined, saved: undefined };
    }
    const today = dayOf(asOf, window.timeZone);
    const list = listTargets(targets, id, subject, today);
    const saved = this.#saved.get(id);
    if (!maySetTargets || saved) return { list, trouble: this.#trouble, form: undefined, saved };
    let form = this.#forms.get(id);
    if (!form) {
      const seen = list.flatMap(({ target, isOwn }) => (isOwn ? [target] : []));
      form = new TargetForm(id, subject, { seen, today }, this.#listener(id));
      this.#forms.set(id, form);
      this.#mustFocus = id;
    }
    if (this.#mustFocus === id) {
      this.#mustFocus = '';
      this.#host.focusNext(form.selector('value'));
    }
    return { list, trouble: this.#trouble, form, saved };
  }

  /** Asks for all of them. */
  async load(): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#control?.abort();
    const { signal } = (this.#control = new AbortController());
    this.#trouble = undefined;
    try {
      const { targets } = await client.targets({ signal });
      if (signal.aborted) return;
      // A measure of a newer server has no name here.
      this.#targets = targets.filter(({ measure }) => Object.hasOwn(measureDefinitions, measure));
    } catch (error) {
      if (signal.aborted) return;
      this.#trouble = isCollateralError(error) ? error.code : 'server-failed';
    }
    this.#control = undefined;
    this.#host.redraw();
  }

  send(form: TargetForm): void {
    if (this.#client) void form.send(this.#client);
  }

  /** Begins where the targets of a measure were opened again: what is typed is still there, what was saved is in the list. */
  opened(measure: string): void {
    this.#saved.delete(measure);
    this.#mustFocus = measure;
  }

  /** Closes the targets of a measure; what is typed stays for the next time. */
  close(measure: string): void {
    this.#host.close(measure);
  }

  #listener(measure: MeasureId): ConstructorParameters<typeof TargetForm>[3] {
    const about = this.#about;
    const keep = (target: StoredTarget): void => {
      if (this.#about === about)
        this.#targets = [...(this.#targets ?? []).filter((one) => !isSame(one, target)), target];
    };
    return {
      redraw: () => this.#host.redraw(),
      focusOn: (selector) => this.#host.focusOn(selector),
      maySet: (command) => this.#host.maySet(command),
      onSaved: (target) => {
        if (this.#about !== about) return;
        keep(target);
        this.#forms.delete(measure);
        this.#saved.set(measure, target);
        this.#host.focusOn(`[data-open-targets="${measure}"]`);
        this.#host.onSet();
      },
      onConflict: (target) => {
        if (target) keep(target);
        else void this.load();
      },
    };
  }
}

function isSame(one: StoredTarget, other: StoredTarget): boolean {
  return (
    one.measure === other.measure && one.subject === other.subject && one.id === other.id && one.from === other.from
  );
}

import type { Client } from '@collateral/sdk';
import type { MeasureId, Scorecard } from '@collateral/sdk/contract';
import type { TemplateResult } from 'lit';
import type { DeskHost } from '../../shared/desk.js';
import { wear } from '../../shared/wear.js';
import type { ScorecardView } from '../scorecard-view.js';
import { auditCsv } from './audit-csv.js';
import { AuditList } from './audit-list.js';
import { governingStyles } from './governing-styles.js';
import type { GoverningView } from './governing-view.js';
import { governingWords } from './governing-words.js';
import { renderAudit } from './render-audit.js';
import { renderTargets } from './render-targets.js';
import { TargetsDesk } from './targets-desk.js';

/** What stands around targets and the audit trail. */
export interface GoverningHost {
  readonly host: DeskHost;
  readonly focusOn: (selector: string) => void;
  /** Puts the focus somewhere after the drawing that is being made. */
  readonly focusNext: (selector: string) => void;
  /** The figures have another target now. */
  readonly onSet: () => void;
  /** Closes the targets of a measure. */
  readonly close: (measure: string) => void;
}

/** Targets and the audit trail of a scorecard. Loaded when somebody opens one of them. */
export class Governing {
  readonly #host: DeskHost;
  readonly #targets: TargetsDesk;
  readonly #audit: AuditList;

  constructor({ host, focusOn, focusNext, onSet, close }: GoverningHost) {
    this.#host = host;
    this.#targets = new TargetsDesk({
      redraw: host.redraw,
      focusOn,
      focusNext,
      onSet,
      close,
      maySet: ({ measure, subject, id, value, owner, from, until, reason }) =>
        host.tell('target', { measure, subject, subjectId: id ?? '', value, owner, from, until: until ?? '', reason }),
    });
    this.#audit = new AuditList({
      redraw: host.redraw,
      onState: (state, code) => {
        const { auditFailures, auditFailed } = this.#words();
        const message = code === undefined ? '' : (auditFailures[code] ?? auditFailed);
        host.tell('status', { collateralId: '', state, code, message });
      },
    });
    wear(host.root, [governingStyles]);
  }

  /** Is told whom it asks, and of whom the targets are. The trail is asked for only where it is shown. */
  follow(client: Client | undefined, about: string, isAudit: boolean): void {
    this.#targets.follow(client, about);
    this.#audit.follow(isAudit ? client : undefined);
  }

  refresh(isAudit: boolean): void {
    if (isAudit) this.#audit.refresh();
    else void this.#targets.load();
  }

  /** The targets of a measure were opened. */
  opened(measure: string): void {
    this.#targets.opened(measure);
  }

  renderTargets(id: MeasureId, scorecard: Scorecard, view: ScorecardView): TemplateResult {
    return renderTargets(id, scorecard, this.#targets, this.#view(view));
  }

  renderAudit(view: ScorecardView): TemplateResult {
    return renderAudit(this.#audit, this.#host.isUnconnected, this.#view(view));
  }

  auditCsv(view: ScorecardView): string {
    return auditCsv(this.#audit.entries ?? [], this.#view(view));
  }

  #view({ strings, write, writeMeasure, isForeign, download }: ScorecardView): GoverningView {
    const { language } = this.#host;
    return {
      strings,
      write,
      writeMeasure,
      isForeign,
      download,
      words: this.#words(),
      language: isForeign ? 'en' : language,
    };
  }

  #words(): GoverningView['words'] {
    const { language, strings, redraw } = this.#host;
    return governingWords(language, strings.governing, redraw);
  }
}

import type { Dispute } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Writer } from '../figures/writer.js';
import type { DisputeStrings } from '../shared/dispute-strings.js';
import type { ReasonForm, ReasonForms } from './reason-forms.js';
import { renderReasonForm } from './render-reason-form.js';
import { renderStanding, sayStanding } from './render-standing.js';

/** Everything the list is drawn from. */
export interface DisputesView {
  readonly disputes: readonly Dispute[] | undefined;
  readonly isLoading: boolean;
  /** Why there is no list, or no new one; `no-client` when there is nobody to ask. */
  readonly trouble: string | undefined;
  readonly strings: DisputeStrings;
  /** The sentences are English in a page of a language nobody has written them in. */
  readonly isForeign: boolean;
  readonly write: Writer;
  readonly pointLabel: (value: number) => string;
  /** Empty where the page did not say. */
  readonly itemHref: (collateralId: string) => string;
  readonly forms: ReasonForms;
  /** Somebody else settled it while one was deciding. */
  readonly isOvertaken: (ratingId: string) => boolean;
  /** Absent where nobody could be told. */
  readonly settle: ((dispute: Dispute, form: ReasonForm) => Promise<void> | undefined) | undefined;
  readonly refresh: () => void;
  readonly download: { readonly label: string; readonly save: () => void };
}

/** Draws the list of disputes: what waits for a decision, then what was settled. */
export function renderDisputes(view: DisputesView): TemplateResult {
  const { disputes, isLoading, isForeign, strings } = view;
  return html`
    <div class="base" part="base" lang=${isForeign ? 'en' : nothing} dir=${isForeign ? 'ltr' : nothing} aria-busy=${isLoading}>
      <header class="head">
        <h2 tabindex="-1" data-heading>${strings.title}</h2>
        <p class="covers">${strings.intro}</p>
        ${disputes && disputes.length > 0 ? renderDownload(view) : nothing}
      </header>
      ${disputes ? html`${renderStale(view)} ${renderAll(disputes, view)}` : renderMissing(view)}
    </div>
  `;
}

function renderDownload({ download: { label, save } }: DisputesView): TemplateResult {
  return html`<p><button type="button" part="button" class="plain" data-download @click=${save}>${label}</button></p>`;
}

function renderAll(disputes: readonly Dispute[], view: DisputesView): TemplateResult {
  const { strings, write } = view;
  if (disputes.length === 0) return html`<p class="missing">${strings.nothing}</p>`;
  const open = disputes.filter(({ status }) => status === 'open');
  const settled = disputes.filter(({ status }) => status !== 'open');
  return html`
    <section class="section">
      <h3>${strings.open(open.length, write.count(open.length))}</h3>
      ${open.length === 0 ? html`<p class="why">${strings.noneOpen}</p>` : renderList(open, view)}
    </section>
    ${
      settled.length === 0
        ? nothing
        : html`
            <section class="section">
              <h3>${strings.settled(settled.length, write.count(settled.length))}</h3>
              ${renderList(settled, view)}
            </section>
          `
    }
  `;
}

function renderList(disputes: readonly Dispute[], view: DisputesView): TemplateResult {
  return html`
    <ul class="disputes">
      ${repeat(
        disputes,
        ({ ratingId }) => ratingId,
        (dispute) => renderDispute(dispute, view),
      )}
    </ul>
  `;
}

function renderDispute(dispute: Dispute, view: DisputesView): TemplateResult {
  const { ratingId, collateralId, title, version, value, comment, month, status, maySettle } = dispute;
  const { strings, write, pointLabel, itemHref, settle } = view;
  const href = itemHref(collateralId);
  const about = [
    strings.rated(write.count(value), pointLabel(value)),
    version === null ? '' : strings.version(version),
    write.month(month),
  ];
  return html`
    <li data-dispute=${ratingId} data-status=${status}>
      <h4>${href ? html`<a href=${href}><bdi>${title}</bdi></a>` : html`<bdi>${title}</bdi>`}</h4>
      <p class="rated">${about.filter(Boolean).join(' · ')}</p>
      ${
        comment === null
          ? html`<p class="gone">${strings.commentGone}</p>`
          : html`<blockquote dir="auto">${comment}</blockquote>`
      }
      ${view.isOvertaken(ratingId) ? renderOvertaken(dispute, view) : nothing} ${renderStanding(dispute, strings, write)}
      ${maySettle && settle ? renderDecision(dispute, settle, view) : nothing}
    </li>
  `;
}

function renderOvertaken(dispute: Dispute, { strings, write, forms }: DisputesView): TemplateResult {
  const { text } = forms.of(dispute.ratingId);
  return html`
    <p class="wrong overtaken" role="alert">
      ${strings.settledMeanwhile(sayStanding(dispute, strings, write))}
      ${text ? html`<span class="own" dir="auto">${strings.yourReason(text)}</span>` : nothing}
    </p>
  `;
}

function renderDecision(
  dispute: Dispute,
  settle: NonNullable<DisputesView['settle']>,
  { forms, strings }: DisputesView,
): TemplateResult {
  const { ratingId, title } = dispute;
  const { isOpen, trouble } = forms.of(ratingId);
  const label = strings.about(strings.settle, title);
  return html`
    <p class="actions">
      <button
        type="button"
        part="button"
        class="plain"
        data-open=${ratingId}
        aria-expanded=${isOpen}
        aria-label=${label}
        @click=${() => forms.toggle(ratingId)}
      >
        ${strings.settle}
      </button>
    </p>
    ${
      isOpen
        ? renderReasonForm(forms, strings, {
            id: ratingId,
            name: `settle-${ratingId}`,
            label,
            note: strings.settleNote,
            choices: (['rejected', 'upheld'] as const).map((value) => ({
              value,
              label: strings.choices[value],
              note: strings.effects[value],
            })),
            sendLabel: strings.save,
            trouble: trouble === undefined ? '' : `${strings.failures[trouble] ?? ''} ${strings.notSent}`.trim(),
            command: (form) => settle(dispute, form),
          })
        : nothing
    }
  `;
}

/** What is shown is older than what was asked for. */
function renderStale({ trouble, strings, refresh }: DisputesView): TemplateResult | typeof nothing {
  if (trouble === undefined) return nothing;
  return html`
    <p class="trouble" role="status">
      ${strings.failures[trouble] ?? ''} ${strings.stale}
      <button type="button" part="button" class="plain" @click=${refresh}>${strings.tryAgain}</button>
    </p>
  `;
}

/** There is no list: it is on its way, or it will not come. */
function renderMissing({ trouble, strings, refresh }: DisputesView): TemplateResult {
  if (trouble === undefined) {
    return html`
      <div class="waiting">
        <p role="status">${strings.loading}</p>
        <div class="ghosts" aria-hidden="true"><div></div><div></div></div>
      </div>
    `;
  }
  if (trouble === 'no-client') return html`<p class="missing" role="status">${strings.noClient}</p>`;
  return html`
    <div class="missing" role="alert">
      <p>${strings.failures[trouble] ?? strings.failed}</p>
      <p><button type="button" part="button" class="plain" @click=${refresh}>${strings.tryAgain}</button></p>
    </div>
  `;
}

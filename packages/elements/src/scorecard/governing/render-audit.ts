import { auditTypes, type AuditEntry } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { AuditList } from './audit-list.js';
import { describeEntry } from './describe-entry.js';
import type { GoverningView } from './governing-view.js';

/** Draws who changed what, newest first, or what stands in its place. */
export function renderAudit(list: AuditList, isUnconnected: boolean, view: GoverningView): TemplateResult {
  const { words, isForeign } = view;
  return html`
    <div class="base" part="base" lang=${isForeign ? 'en' : nothing} dir=${isForeign ? 'ltr' : nothing} aria-busy=${list.isLoading}>
      <header class="head">
        <h2 tabindex="-1" data-heading>${words.audit}</h2>
        <p class="covers">${words.auditIntro}</p>
        ${list.entries && list.entries.length > 0 ? renderDownload(view) : nothing}
      </header>
      ${isUnconnected ? html`<p class="missing" role="status">${view.strings.noClient}</p>` : renderTrail(list, view)}
    </div>
  `;
}

function renderDownload({ strings, download }: GoverningView): TemplateResult {
  return html`
    <p>
      <button type="button" part="button" class="plain" data-download @click=${() => download('audit')}>
        ${strings.download}
      </button>
    </p>
  `;
}

function renderTrail(list: AuditList, view: GoverningView): TemplateResult {
  const { entries, type } = list;
  const { words } = view;
  return html`
    <label class="field audit-only">
      ${words.auditOnly}
      <select
        @change=${(event: Event) => {
          event.stopPropagation();
          if (event.target instanceof HTMLSelectElement) list.show(event.target.value);
        }}
      >
        <option value="" ?selected=${type === undefined}>${words.auditAll}</option>
        ${auditTypes.map((each) => html`<option value=${each} ?selected=${each === type}>${words.auditTypes[each]}</option>`)}
      </select>
    </label>
    ${
      entries && entries.length > 0
        ? html`<ol class="trail" part="trail" tabindex="-1">
            ${entries.map((entry) => renderEntry(entry, view))}
          </ol>`
        : nothing
    }
    ${renderEnd(list, view)}
  `;
}

function renderEntry(entry: AuditEntry, view: GoverningView): TemplateResult {
  const { words, language } = view;
  const { sentence, changes } = describeEntry(entry, view);
  return html`
    <li part="entry" class="panel">
      <p class="aside"><time datetime=${entry.at}>${writeInstant(entry.at, language)}</time> · ${words.auditTypes[entry.type]}</p>
      <p class="deed">${sentence}</p>
      ${changes.length > 0 ? html`<ul>${changes.map((change) => html`<li>${change}</li>`)}</ul>` : nothing}
      ${entry.reason === null ? nothing : html`<p class="because">${words.because(entry.reason)}</p>`}
    </li>
  `;
}

function renderEnd(list: AuditList, { strings, words, write }: GoverningView): TemplateResult {
  const { entries, code, isLoading, hasMore, type } = list;
  const shown = entries ? words.auditShown(entries.length, write.count(entries.length)) : '';
  const none = type === undefined ? words.auditEmpty : words.auditNoneOf;
  const said = isLoading ? words.auditLoading : entries?.length === 0 ? none : shown;
  return html`
    <p role="status" class=${entries?.length === 0 && !isLoading ? 'missing' : 'detail'}>${code === undefined ? said : ''}</p>
    ${code === undefined ? nothing : html`<p role="alert" class="trouble">${words.auditFailures[code] ?? words.auditFailed}</p>`}
    ${
      code !== undefined || hasMore
        ? html`<p class="on">
            <button
              type="button"
              part="button"
              class="plain"
              data-more
              aria-disabled=${isLoading ? 'true' : nothing}
              @click=${() => list.more()}
            >
              ${code === undefined ? strings.more : strings.tryAgain}
            </button>
          </p>`
        : nothing
    }
  `;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Two years of changes: the year belongs to it. In the clock of whoever reads. */
function writeInstant(at: string, language: string): string {
  let format = formats.get(language);
  if (!format) {
    const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
    try {
      format = new Intl.DateTimeFormat(language, options);
    } catch {
      // A page may carry a `lang` that is no language tag; the browser's own style is better than none.
      format = new Intl.DateTimeFormat(undefined, options);
    }
    formats.set(language, format);
  }
  return format.format(new Date(at));
}

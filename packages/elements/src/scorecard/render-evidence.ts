import { measureDefinitions, type EvidenceEntry, type MeasureId } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { writeValue } from '../figures/describe-figure.js';
import type { EvidenceList, ScorecardView } from './scorecard-view.js';

/** Draws what is behind a number: the items and suggestions it was counted from, as far as they were read. */
export function renderEvidence(
  measure: MeasureId,
  name: string,
  list: EvidenceList,
  view: ScorecardView,
): TemplateResult {
  const { strings, write, moreEvidence } = view;
  const { entries, total, withheld, hasMore, isLoading, trouble } = list;
  const shown = entries ? strings.evidenceShown(write.count(entries.length), write.count(total)) : '';
  const none = withheld > 0 ? '' : strings.evidenceNone;
  const said = entries?.length === 0 ? none : isLoading ? strings.evidenceLoading : shown;
  const kept = withheld > 0 ? strings.evidenceWithheld(withheld, write.count(withheld)) : '';
  return html`
    <div class="evidence" id=${`evidence-${measure}`} aria-busy=${isLoading}>
      ${entries && entries.length > 0 ? renderTable(measure, name, entries, view) : nothing}
      <p role="status">${trouble === undefined ? [said, kept].filter(Boolean).join(' ') : (strings.failures[trouble] ?? strings.evidenceFailed)}</p>
      ${
        trouble !== undefined || hasMore
          ? html`
              <button
                type="button"
                part="button"
                class="plain"
                aria-label=${`${trouble === undefined ? strings.more : strings.tryAgain}: ${name}`}
                aria-disabled=${isLoading ? 'true' : nothing}
                @click=${() => isLoading || moreEvidence(measure)}
              >
                ${trouble === undefined ? strings.more : strings.tryAgain}
              </button>
            `
          : nothing
      }
    </div>
  `;
}

function renderTable(
  measure: MeasureId,
  name: string,
  entries: readonly EvidenceEntry[],
  view: ScorecardView,
): TemplateResult {
  const { strings } = view;
  const hasDays = measureDefinitions[measure].unit === 'days';
  return html`
    <div class="scroll" role="region" aria-label=${strings.behindOf(name)} tabindex="0">
      <table class="numbers" part="table">
        <thead>
          <tr>
            <th scope="col">${strings.evidenceItem}</th>
            <th scope="col">${name}</th>
            <th scope="col">${strings.when}</th>
            ${hasDays ? html`<th scope="col" class="number">${strings.evidenceDays}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${entries.map((entry) => renderEntry(entry, hasDays, view))}
        </tbody>
      </table>
    </div>
  `;
}

function renderEntry(entry: EvidenceEntry, hasDays: boolean, view: ScorecardView): TemplateResult {
  const { part, reason, at, value, share } = entry;
  const { strings, write } = view;
  // Of what people do: how many of them did, never who.
  const standing = share
    ? strings.evidenceShown(write.count(share.numerator), write.count(share.denominator))
    : strings.parts[part];
  return html`
    <tr>
      <th scope="row">${renderName(entry, view)}</th>
      <td>${standing}${reason === null ? '' : ` (${strings.reasons[reason] ?? reason})`}</td>
      <td>${at === null ? '' : write.day(at.slice(0, 10))}</td>
      ${hasDays ? html`<td class="number">${value === null ? '' : writeValue('days', value, view)}</td>` : nothing}
    </tr>
  `;
}

/** A name leads to its item or suggestion where the page said how. */
function renderName({ collateralId, title, version, suggestionId }: EvidenceEntry, view: ScorecardView): unknown {
  const { strings, suggestionHref, itemHref } = view;
  const name = title ?? strings.request;
  const text = version === null ? name : strings.versionName(name, version);
  const toSuggestion = suggestionId === null ? '' : suggestionHref(suggestionId);
  const href = toSuggestion || (collateralId === null ? '' : itemHref(collateralId));
  return href ? html`<a href=${href}>${text}</a>` : text;
}

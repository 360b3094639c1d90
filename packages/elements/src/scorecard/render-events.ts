import type { HandOver, Scorecard, VersionMarker } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { writeCell, writeDifferences } from '../figures/describe-figure.js';
import type { ScorecardView } from './scorecard-view.js';

/** Lists what happened in the period and moves the numbers: new versions with their lift, and items that changed hands. */
export function renderEvents({ versions, handOvers }: Scorecard, view: ScorecardView): TemplateResult | typeof nothing {
  if (versions.length + handOvers.length === 0) return nothing;
  const { strings, write } = view;
  const count = (list: readonly unknown[]): string => write.count(list.length);
  return html`
    <section class="section">
      <h3>${strings.happened}</h3>
      ${renderList(
        strings.newVersions(versions.length, count(versions)),
        versions.map((version) => versionText(version, view)),
      )}
      ${renderList(
        strings.handOvers(handOvers.length, count(handOvers)),
        handOvers.map((handOver) => handOverText(handOver, view)),
      )}
    </section>
  `;
}

function renderList(title: string, lines: readonly string[]): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`
    <details class="happened">
      <summary>${title}</summary>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </details>
  `;
}

function versionText({ title, version, publishedAt, lift, mayRegress }: VersionMarker, view: ScorecardView): string {
  const { strings, write } = view;
  const { value, interval, state } = lift;
  const figure = writeCell('lift', value, state, view);
  const likely = state === 'ok' && interval ? strings.likely(writeDifferences(interval, 'lift', view)) : '';
  const said = strings.versionLift(
    title,
    version,
    write.day(publishedAt.slice(0, 10)),
    strings.difference(figure, likely),
  );
  return mayRegress && state === 'ok' ? `${said} ${strings.regression}` : said;
}

function handOverText({ title, from, to, at }: HandOver, { strings, write }: ScorecardView): string {
  return strings.handOver(title, from?.name ?? strings.nobody, to?.name ?? strings.nobody, write.day(at.slice(0, 10)));
}

import type { InsightsItem, Metric, VersionInsight, VersionUse } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import {
  describeFigure,
  writeCell,
  writeDifference,
  writeDifferences,
  type FigureKind,
} from '../figures/describe-figure.js';
import type { InsightsView } from './insights-view.js';

/** Draws the versions of an item, the newest first, with what each changed. */
export function renderVersions(
  { versions, versionUse, minimumGroup }: InsightsItem,
  view: InsightsView,
): TemplateResult | typeof nothing {
  const { strings, write } = view;
  if (versions.length === 0) return nothing;
  const useOf = usedColumns(view);
  return html`
    <section class="section">
      <h3>${strings.versions}</h3>
      <div class="scroll" role="region" aria-label=${strings.versions} tabindex="0">
        <table class="numbers" part="table">
          <thead>
            <tr>
              <th scope="col">${strings.versionHeading}</th>
              <th scope="col">${strings.published}</th>
              <th scope="col">${strings.rating}</th>
              <th scope="col">${strings.lift}</th>
              ${useOf.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${[...versions].reverse().map((version) => {
              const { main, detail } = describeFigure(version.rating, 'rating', view, minimumGroup);
              return html`
                <tr>
                  <th scope="row">${version.version}</th>
                  <td>${write.day(version.publishedAt.slice(0, 10))}</td>
                  <td>${[main, detail].filter(Boolean).join(' · ')}</td>
                  <td>${sayLift(version, view)}</td>
                  ${useOf.map(({ figure, kind }) => {
                    const use = versionUse.find((one) => one.version === version.version);
                    if (!use) return html`<td class="number"></td>`;
                    const { value, state } = figure(use);
                    return html`<td class="number">${writeCell(kind, value, state, view)}</td>`;
                  })}
                </tr>
              `;
            })}
          </tbody>
        </table>
      </div>
    </section>
  `;
}

/** What is told of the use of a version beside its rating. */
interface UsedColumn {
  readonly name: string;
  readonly kind: FigureKind;
  readonly figure: (use: VersionUse) => Metric;
}

/** The columns of use by version, for the table and for what is exported. */
export function usedColumns({ strings }: Pick<InsightsView, 'strings'>): readonly UsedColumn[] {
  return [
    { name: strings.views, kind: 'count', figure: ({ views }) => views },
    { name: strings.viewers, kind: 'count', figure: ({ viewers }) => viewers },
    { name: strings.activeTime, kind: 'duration', figure: ({ activeMsPerView }) => activeMsPerView },
    { name: strings.downloads, kind: 'count', figure: ({ downloads }) => downloads },
    { name: strings.shares, kind: 'count', figure: ({ shares }) => shares },
    { name: strings.presentations, kind: 'count', figure: ({ presentations }) => presentations },
    { name: strings.completions, kind: 'count', figure: ({ completions }) => completions },
  ];
}

/** "+0.60 (likely +0.05 to +1.15) · 98% sure that it is better". */
function sayLift({ lift, liftProbability, mayRegress }: VersionInsight, view: InsightsView): string {
  const { strings, write } = view;
  if (!lift) return strings.firstVersion;
  if (lift.state !== 'ok' || lift.value === null) return writeCell('rating', lift.value, lift.state, view);
  const likely = lift.interval ? strings.likely(writeDifferences(lift.interval, 'rating', view)) : '';
  const difference = strings.change(writeDifference(lift.value, 'rating', view), likely);
  const chance = liftProbability === null ? '' : strings.liftChance(write.percent(liftProbability));
  const sentence = [difference, chance].filter(Boolean).join(' · ');
  return mayRegress ? `${sentence}. ${strings.mayRegress}` : sentence;
}

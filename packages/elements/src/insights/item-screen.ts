import type { InsightsItem, Metric } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chartFigure } from '../charts/chart-figure.js';
import { courseChart, momentOf } from '../figures/course-chart.js';
import { describeFigure, type FigureKind } from '../figures/describe-figure.js';
import { distributionChart, teamsChart } from './item-charts.js';
import { renderComments } from './item-comments.js';
import { renderVersions } from './item-versions.js';
import type { InsightsView } from './insights-view.js';
import { sayStates } from './item-states.js';
import { renderCovers } from './render-covers.js';

const fewestPoints = 6;

/** Draws one item: what it is, its figures, their course, its versions, teams and comments. */
export function renderItemScreen(reply: InsightsItem, view: InsightsView): TemplateResult {
  const { strings, startTimer } = view;
  const { item, viewsOverTime, ratingOverTime, versions, window } = reply;
  const { timeZone } = window;
  const markers = versions.map(({ version, publishedAt }) => ({
    at: momentOf(publishedAt.slice(0, 10)),
    label: version,
  }));
  const ratingCourse = {
    name: strings.ratingOverTime,
    valueName: strings.rating,
    points: sinceFirst(ratingOverTime, versions),
    kind: 'rating',
    metric: item.rating,
  } as const;
  const useCourse = {
    name: strings.useOverTime,
    valueName: strings.views,
    points: viewsOverTime,
    kind: 'count',
    metric: item.views.metric,
  } as const;
  const shownMarkers = (points: readonly { firstDay: string }[]): typeof markers => {
    const start = points[0] ? momentOf(points[0].firstDay) : Infinity;
    return markers.filter(({ at }) => at >= start);
  };
  return html`
    ${renderTitle(reply, view)} ${renderFigures(reply, view)}
    <div class="panels">
      <div class="panel">
        ${chartFigure(courseChart({ ...ratingCourse, timeZone, markers: shownMarkers(ratingCourse.points) }, view), startTimer)}
      </div>
      <div class="panel">
        ${chartFigure(courseChart({ ...useCourse, timeZone, markers: shownMarkers(viewsOverTime) }, view), startTimer)}
      </div>
      <div class="panel">${chartFigure(distributionChart(reply, view), startTimer)}</div>
      <div class="panel">${chartFigure(teamsChart(reply, view), startTimer)}</div>
    </div>
    ${renderVersions(reply, view)} ${renderDeeds(reply, view)} ${renderComments(reply, view)}
  `;
}

/** Leaves out the empty time before there was anything to rate, so that the course fills the chart. */
function sinceFirst<Point extends InsightsItem['ratingOverTime'][number]>(
  points: readonly Point[],
  versions: InsightsItem['versions'],
): readonly Point[] {
  const isEmpty = ({ value, lastDay }: Point): boolean =>
    value === null && versions.every(({ publishedAt }) => publishedAt.slice(0, 10) > lastDay);
  const first = points.findIndex((point) => !isEmpty(point));
  // A course of two points tells nothing: some of the time before stays.
  return first < 0 ? points : points.slice(Math.max(0, Math.min(first, points.length - fewestPoints)));
}

function renderTitle({ item }: InsightsItem, view: InsightsView): TemplateResult {
  const { strings, write, actions, screens } = view;
  const { title, kind, producer, version, publishedAt } = item;
  const about = [
    kind || strings.noTitle,
    producer?.name ?? strings.noOwner,
    version && publishedAt ? strings.version(version, write.day(publishedAt.slice(0, 10))) : '',
    sayStates(item, strings),
  ];
  return html`
    ${
      screens.includes('items')
        ? html`
            <p class="back">
              <button type="button" part="button" class="plain" @click=${() => actions.show('items')}>
                ${strings.back}
              </button>
            </p>
          `
        : nothing
    }
    <header class="head">
      <h2 tabindex="-1" data-heading>${title}</h2>
      <p class="covers">${about.filter(Boolean).join(' · ')}</p>
      ${renderCovers(view)}
    </header>
  `;
}

function renderFigures({ item, afterUse, minimumGroup }: InsightsItem, view: InsightsView): TemplateResult {
  const { strings, position, actions, isLive } = view;
  const { filter } = position;
  const figures: readonly [name: string, metric: Metric, kind: FigureKind, missing?: string][] = [
    [strings.rating, item.rating, 'rating'],
    [strings.views, item.views.metric, 'count'],
    [strings.viewers, item.viewers, 'count'],
    [strings.reach, item.reach, 'share', strings.reachUnknown],
    [strings.headlines['response-rate'], item.responseRate, 'share'],
    [strings.afterUse, afterUse, 'share'],
  ];
  return html`
    <dl class="figures">
      ${figures.map(([name, metric, kind, missing]) => {
        const { main, detail } = describeFigure(metric, kind, view, minimumGroup);
        return html`
          <div>
            <dt>${name}</dt>
            <dd class=${metric.state === 'ok' ? 'value' : 'value word'}>${main}</dd>
            <dd class="detail">${metric.state === 'none' ? (missing ?? detail) : detail}</dd>
            ${
              // How many leads on to what they said.
              metric === afterUse && isLive && metric.state === 'ok'
                ? html`
                    <dd>
                      <button
                        type="button"
                        part="button"
                        class="plain"
                        aria-pressed=${filter.afterUse === true}
                        @click=${() => actions.narrow({ ...filter, afterUse: !filter.afterUse })}
                      >
                        ${strings.afterUseOnly}
                      </button>
                    </dd>
                  `
                : nothing
            }
          </div>
        `;
      })}
    </dl>
  `;
}

function renderDeeds(reply: InsightsItem, view: InsightsView): TemplateResult {
  const { strings } = view;
  const deeds: readonly [name: string, metric: Metric, kind: FigureKind][] = [
    [strings.activeTime, reply.activeMsPerView, 'duration'],
    [strings.downloads, reply.downloads, 'count'],
    [strings.shares, reply.shares, 'count'],
    [strings.presentations, reply.presentations, 'count'],
    [strings.completions, reply.completions, 'count'],
  ];
  return html`
    <section class="section">
      <h3>${strings.deeds}</h3>
      <ul class="facts">
        ${deeds.map(([name, metric, kind]) => {
          const { main, detail } = describeFigure(metric, kind, view, reply.minimumGroup);
          return html`
            <li>
              <strong>${main}</strong>
              ${name}
              <span>${detail}</span>
            </li>
          `;
        })}
      </ul>
    </section>
  `;
}

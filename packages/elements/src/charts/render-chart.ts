import { html, nothing, svg, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ChartView, Drawing } from './chart.js';
import { renderDataTable } from './data-table.js';

/** A chart as it stands now, and where it hands what a person does. */
export interface ChartState {
  /** Begins the ids inside; no other chart of the page has it. */
  readonly id: string;
  readonly view: ChartView;
  readonly drawing: Drawing;
  /** In CSS pixels. */
  readonly height: number;
  /** False until the room is known: nothing is drawn before. */
  readonly hasRoom: boolean;
  /** The row the cursor is on. */
  readonly row: number | undefined;
  readonly spoken: string;
  /** The table is open, on this page. */
  readonly isOpen: boolean;
  readonly page: number;
  readonly watch: (plot: Element | undefined) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onPointer: (event: PointerEvent) => void;
  readonly onLeave: () => void;
  readonly onClick: () => void;
  readonly onToggle: (event: Event) => void;
  readonly onPage: (page: number) => void;
}

/** Draws a chart with everything around it. */
export function renderChart(state: ChartState): TemplateResult {
  const { id, view, drawing, isOpen } = state;
  const hidden = view.isSmall ? ' heard' : '';
  const hasSpot = drawing.spots.some((spot) => spot !== null);
  return html`
    <figure class="chart" part="chart" aria-labelledby=${`${id}-name`}>
      <figcaption class=${`caption${hidden}`} id=${`${id}-name`}>${view.name}</figcaption>
      <p class=${`summary${hidden}`} id=${`${id}-summary`}>${view.summary}</p>
      ${hasSpot ? renderPlot(state) : renderNothing(view)}
      <details class="behind" @toggle=${state.onToggle}>
        <summary>${view.rows.length > 0 ? view.words.numbers : view.words.howCounted}</summary>
        ${isOpen ? renderBehind(state) : nothing}
      </details>
    </figure>
  `;
}

/** "12 May, views 31, people 9": the headings say what each number is. */
export function sayRow({ columns, rows }: ChartView, row: number): string {
  const [label = '', ...cells] = rows[row] ?? [];
  return [label, ...cells.map((cell, index) => `${columns[index + 1] ?? ''} ${cell}`.trim())].join(' · ');
}

function renderPlot(state: ChartState): TemplateResult {
  const { id, view, drawing, row, height } = state;
  const { name, words, onChoose } = view;
  const spot = row === undefined ? null : drawing.spots[row];
  const ruleEnd = drawing.nearness === 'x' ? height : 0;
  return html`
    <div
      ${ref(state.watch)}
      class=${onChoose ? 'plot choosable' : 'plot'}
      role="application"
      aria-roledescription=${words.chart}
      aria-label=${`${name}. ${words.keys}`}
      aria-describedby=${`${id}-summary`}
      tabindex="0"
      @keydown=${state.onKey}
      @blur=${state.onLeave}
      @pointermove=${state.onPointer}
      @pointerdown=${state.onPointer}
      @pointerleave=${state.onLeave}
      @click=${state.onClick}
    >
      <svg aria-hidden="true" width="100%" height=${height}>
        ${state.hasRoom ? drawing.picture : nothing}
        ${
          spot
            ? svg`
              <line class="cursor" x1=${spot.x} x2=${spot.x} y1="0" y2=${ruleEnd}></line>
              <circle class="cursor" cx=${spot.x} cy=${spot.y} r="6"></circle>`
            : nothing
        }
      </svg>
    </div>
    <p class="readout" aria-hidden="true">${row === undefined ? nothing : sayRow(view, row)}</p>
    <span class="heard" role="status">${state.spoken}</span>
  `;
}

/** Beside a figure that stands for itself there is nothing to miss: some figures have no course. */
function renderNothing({ isSmall, rows, words }: ChartView): TemplateResult | typeof nothing {
  if (isSmall && rows.length === 0) return nothing;
  return html`
    <p class="nothing">${words.nothingToDraw}</p>
  `;
}

function renderBehind({ view, page, onPage }: ChartState): TemplateResult {
  const { note, words } = view;
  return html`
    ${view.rows.length > 0 ? renderDataTable(view, page, onPage) : nothing}
    ${
      note.length > 0
        ? html`
            <div class="note">
              <strong>${words.howCounted}</strong>
              ${note.map(
                (sentence) => html`
                  <p>${sentence}</p>
                `,
              )}
            </div>
          `
        : nothing
    }
  `;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ChartView } from './chart.js';

/** Rows on one page: a table beside a drawing must not weigh more than the drawing. */
const rowsPerPage = 100;

/** Draws the numbers of a chart as a table, a page at a time. */
export function renderDataTable(
  { name, columns, rows, words }: Pick<ChartView, 'name' | 'columns' | 'rows' | 'words'>,
  page: number,
  turnTo: (page: number) => void,
): TemplateResult {
  const first = page * rowsPerPage;
  const shown = rows.slice(first, first + rowsPerPage);
  const [rowHeading = '', ...headings] = columns;
  const turn = (label: string, to: number): TemplateResult => html`
    <button type="button" part="button" ?disabled=${to < 0 || to * rowsPerPage >= rows.length} @click=${() => turnTo(to)}>
      ${label}
    </button>
  `;
  // A wide table is scrolled inside its own box, which a keyboard must reach.
  return html`
    <div class="scroll" role="region" aria-label=${name} tabindex="0">
      <table class="numbers" part="table">
        <thead>
          <tr>
            <th scope="col">${rowHeading}</th>
            ${headings.map(
              (heading) => html`
                <th scope="col" class="number">${heading}</th>
              `,
            )}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ([label = '', ...cells]) => html`
              <tr>
                <th scope="row">${label}</th>
                ${cells.map(
                  (cell) => html`
                    <td class="number">${cell}</td>
                  `,
                )}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
    ${
      rows.length > rowsPerPage
        ? html`
            <p class="pager">
              ${turn(words.previousRows, page - 1)} ${turn(words.nextRows, page + 1)}
              <span>${words.rowsShown(first + 1, first + shown.length, rows.length)}</span>
            </p>
          `
        : nothing
    }
  `;
}

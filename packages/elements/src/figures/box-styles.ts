import { css, type CSSResult } from 'lit';

/** The look of figures in boxes, of the short lists, and of what stands there while there are none. */
export const boxStyles: CSSResult = css`
  .cards {
    display: grid;
    grid-auto-flow: dense;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: var(--_gap);
  }

  .card,
  .panel,
  .strip,
  .list,
  .figures > div {
    min-inline-size: 0;
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }

  /* Lines of cards side by side stand on the same height, whatever they say. */
  .card {
    display: grid;
    grid-row: span 5;
    grid-template-rows: subgrid;
    gap: 0;
  }

  /* A table of numbers needs more room than a figure. */
  .card:has(details[open]) {
    grid-column: 1 / -1;
  }

  .label {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .value {
    font-size: 1.75em;
    font-weight: 650;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }

  .value.word {
    color: var(--_muted);
    font-weight: 400;
    font-size: 1.25em;
    line-height: 1.68;
  }

  .change {
    margin-block-start: 0.375rem;
    font-size: var(--_small);
    text-wrap: pretty;
  }

  .change span {
    display: block;
    color: var(--_muted);
  }

  /* The sign says it in words, the arrow in shape, and only what is more than chance has a colour. */
  .change.up::before {
    content: '▲ ' / '';
  }

  .change.down::before {
    content: '▼ ' / '';
  }

  .change.up.clear {
    color: var(--_positive);
  }

  .change.down.clear {
    color: var(--_negative);
  }

  .strips,
  .lists {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr));
    gap: var(--_gap);
  }

  .strip {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: var(--_space);
  }

  /* Four facts as two by two. */
  .strip .facts {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    gap: var(--_gap);
    font-size: var(--_small);
  }

  .facts strong {
    display: block;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
  }

  .facts span {
    display: block;
    color: var(--_muted);
  }

  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }

  .list {
    display: grid;
    align-content: start;
    justify-items: start;
    gap: 0.25rem;
  }

  .list ul {
    display: grid;
    gap: 0.375rem;
    inline-size: 100%;
    margin-block: 0.25rem;
  }

  .list li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_gap);
    align-items: baseline;
    justify-content: space-between;
  }

  .aside {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .notice,
  .trouble {
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_line);
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius);
  }

  .trouble {
    border-inline-start-color: var(--_negative);
  }

  .missing,
  .waiting {
    display: grid;
    gap: var(--_space);
    justify-items: center;
    padding: 3rem 1rem;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_muted);
    text-align: center;
  }

  .waiting {
    justify-items: stretch;
    padding: 0;
    border: 0;
    text-align: start;
  }

  @container (width < 60rem) {
    .cards {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @container (width < 42rem) {
    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (width < 26rem) {
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .ghosts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11.5rem), 1fr));
    gap: var(--_gap);
  }

  .ghosts div {
    block-size: 9rem;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_border) 14%, transparent);
  }
`;

import { css, type CSSResult } from 'lit';

/** The look of measures; boxes and figures are those of the insights. */
export const scorecardStyles: CSSResult = css`
  .measures {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
  }

  /* Name, figure, evidence, drawing, target, change, what is below, and what can be done about the target. */
  .measure {
    grid-row: span 8;
    grid-template-columns: minmax(0, 1fr);
  }

  .card:has(.evidence, .targets) {
    grid-column: 1 / -1;
  }

  .evidence {
    margin-block-start: 0.25rem;
    font-size: var(--_small);
  }

  .evidence .numbers th {
    white-space: normal;
  }

  .evidence a {
    color: var(--_accent);
  }

  .evidence a:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .by,
  .period > .field {
    max-inline-size: 18rem;
  }

  .period,
  .months {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--_space);
  }

  .period {
    margin-block-start: 0.5rem;
  }

  .period .field {
    flex: 1 1 9rem;
  }

  .months button {
    min-block-size: 2.25rem;
  }

  .months {
    flex: 1 1 20rem;
    max-inline-size: 30rem;
  }

  .happened summary {
    min-block-size: 24px;
    color: var(--_accent);
    cursor: pointer;
  }

  .happened summary:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .happened ul {
    margin: 0.5rem 0 0.75rem;
    padding-inline-start: 1.25rem;
  }

  .happened li {
    margin-block: 0.25rem;
    overflow-wrap: anywhere;
  }

  .range {
    margin-block: 0.5rem 0.25rem;
  }

  .range svg {
    display: block;
    overflow: visible;
  }

  .range p {
    display: flex;
    justify-content: space-between;
    color: var(--_muted);
    font-size: 0.75em;
    font-variant-numeric: tabular-nums;
  }

  .likely {
    fill: var(--_chart-1);
    fill-opacity: 0.35;
  }

  .goal {
    stroke: var(--_text);
    stroke-width: 2;
    stroke-dasharray: 3 2;
  }

  /* A drawing does not turn with the text. */
  .range svg:dir(rtl) {
    transform: scaleX(-1);
  }

  .verdict,
  .words {
    margin-block-start: 0.25rem;
    color: var(--_muted);
    font-size: var(--_small);
    text-wrap: pretty;
  }

  /* Words say it, the sign says it in shape, and only what is known has a colour. */
  .verdict.met::before {
    content: '✓ ' / '';
  }

  .verdict.missed::before {
    content: '✕ ' / '';
  }

  .words.improving::before {
    content: '↗ ' / '';
  }

  .words.worse::before {
    content: '↘ ' / '';
  }

  :is(.verdict.met, .words.improving) {
    color: var(--_positive);
  }

  :is(.verdict.missed, .words.worse) {
    color: var(--_negative);
  }

  @media print {
    .measure {
      break-inside: avoid;
    }

    .by,
    .period,
    [data-download],
    .measure button {
      display: none;
    }

    .range svg * {
      print-color-adjust: exact;
    }
  }

  @media (forced-colors: active) {
    .range svg * {
      forced-color-adjust: none;
    }

    .goal {
      stroke: CanvasText;
    }
  }
`;

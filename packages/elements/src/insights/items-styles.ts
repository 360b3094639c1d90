import { css, type CSSResult } from 'lit';

/** The look of the table of items. */
export const itemsStyles: CSSResult = css`
  .wide {
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }

  .wide:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .items {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  .items :is(th, td) {
    padding: 0.5rem 0.75rem;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  .items tbody tr:last-child > * {
    border-block-end: 0;
  }

  .items td {
    white-space: nowrap;
  }

  .items tbody tr:hover > * {
    background: color-mix(in srgb, var(--_accent) 6%, var(--_surface));
  }

  .items thead th {
    color: var(--_muted);
    font-weight: 600;
    white-space: nowrap;
    vertical-align: middle;
  }

  .items tbody th {
    min-inline-size: 14rem;
    color: var(--_muted);
  }

  .items .link {
    display: block;
    color: var(--_accent);
    font-size: 1.0714em;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }

  .items .number {
    text-align: end;
  }

  .sort {
    color: inherit;
    font-weight: 600;
  }

  .sort::after {
    content: ' ↕' / '';
    opacity: 0.5;
  }

  [aria-sort='descending'] .sort::after {
    content: ' ↓' / '';
    opacity: 1;
  }

  [aria-sort='ascending'] .sort::after {
    content: ' ↑' / '';
    opacity: 1;
  }

  [aria-sort] .sort {
    color: var(--_text);
  }

  .word {
    color: var(--_muted);
  }

  .past {
    color: var(--_negative);
  }

  .items .state {
    min-inline-size: 8.5rem;
    font-weight: 600;
    white-space: normal;
  }

  .items .state.used {
    color: var(--_muted);
    font-weight: 400;
  }

  /* Shapes as in the square of use against rating. */
  .state.fix-first::before {
    content: '▲ ' / '';
    color: var(--_chart-2);
  }

  .state.hidden-gem::before {
    content: '◆ ' / '';
    color: var(--_chart-3);
  }

  .state.workhorse::before {
    content: '● ' / '';
    color: var(--_chart-1);
  }

  .state.retire::before {
    content: '■ ' / '';
    color: var(--_chart-6);
  }

  .trend.up::before {
    content: '▲ ' / '';
  }

  .trend.down::before {
    content: '▼ ' / '';
  }

  nav.pager {
    align-items: center;
    gap: var(--_space);
    color: var(--_muted);
    font-size: var(--_small);
  }

  /* Too narrow for all columns: the table is pushed below the names, which stay. */
  @container (width < 44rem) {
    .items tbody th,
    .items thead th:first-child {
      position: sticky;
      inset-inline-start: 0;
      z-index: 1;
      min-inline-size: 9.5rem;
      max-inline-size: 9.5rem;
      background: var(--_surface);
      border-inline-end: 1px solid var(--_line);
      white-space: normal;
    }

    .field {
      flex: 1 1 40%;
    }
  }

  @media print {
    .tools,
    .filters,
    nav.pager button {
      display: none;
    }

    .wide {
      overflow: visible;
    }

    .items :is(th, td) {
      padding: 0.25rem;
      white-space: normal;
    }

    .items tr {
      break-inside: avoid;
    }
  }
`;

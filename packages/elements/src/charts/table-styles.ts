import { css, type CSSResult } from 'lit';

/** The look of the numbers behind a drawing. */
export const tableStyles: CSSResult = css`
  .behind {
    margin-block-start: 0.25rem;
    font-size: var(--_small);
  }

  .behind > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--_accent);
    cursor: pointer;
  }

  .scroll {
    max-block-size: 22rem;
    margin-block: 0.25rem 0.5rem;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .numbers {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  .numbers :is(th, td) {
    padding: 0.25rem 0.625rem;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  .numbers thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    color: var(--_muted);
  }

  .numbers tbody th {
    white-space: nowrap;
  }

  .numbers .number {
    text-align: end;
  }

  .note p {
    margin: 0.125rem 0 0;
    color: var(--_muted);
  }

  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
    margin: 0.5rem 0;
    color: var(--_muted);
  }

  @media print {
    .scroll {
      max-block-size: none;
      overflow: visible;
    }
  }
`;

import { css, type CSSResult } from 'lit';

/** The look of what is opened, and of what stands in place of a list. */
export const threadStyles: CSSResult = css`
  .thread:not([hidden]) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    margin-block-start: var(--_space);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 2px solid var(--_line);
  }

  .replies,
  .moves,
  .gaps {
    display: grid;
    gap: var(--_space);
  }

  .from-owner > .text {
    padding-inline-start: var(--_space);
    border-inline-start: 3px solid var(--_accent);
  }

  .history li {
    font-size: var(--_small);
  }

  .trouble,
  .missing,
  .similar,
  .notice {
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .notice {
    display: grid;
    gap: var(--_space);
    margin-block-end: calc(var(--_space) * 1.5);
  }

  .ghosts {
    display: grid;
    gap: var(--_space);
  }

  .ghosts div {
    block-size: 4rem;
    border-radius: var(--_radius);
    background: var(--_line);
    opacity: 0.4;
  }
`;

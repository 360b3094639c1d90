import { css, type CSSResult } from 'lit';

/** The look of one item. */
export const itemScreenStyles: CSSResult = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    gap: var(--_gap);
  }

  .figures dt {
    color: var(--_muted);
    font-weight: 600;
    font-size: var(--_small);
  }

  .figures button[aria-pressed='true']::before {
    content: '✓ ' / '';
  }

  .panels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    gap: var(--_gap);
    align-items: start;
  }

  .comments {
    display: grid;
    gap: var(--_space);
  }

  .comments li {
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .comments p {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .section .numbers :is(th, td):not(.number) {
    min-inline-size: 6rem;
  }

  .section .numbers :is(th, td):nth-child(n + 3):not(.number) {
    min-inline-size: 11rem;
  }

  blockquote {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .section > .scroll {
    max-block-size: none;
    margin: 0;
    background: var(--_surface);
    font-size: var(--_small);
  }
`;

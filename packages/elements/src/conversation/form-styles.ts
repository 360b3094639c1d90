import { css, type CSSResult } from 'lit';

/** The look of what is typed into and pressed. */
export const formStyles: CSSResult = css`
  .box {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 0.75);
    max-inline-size: 42rem;
  }

  .name {
    font-weight: 600;
  }

  :is(textarea, select, input) {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: 0.375rem 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 1rem;
  }

  /* WebKit lets the words of a choice reach out of it. */
  select {
    contain: paint;
  }

  textarea {
    display: block;
    resize: vertical;
  }

  :is(textarea, select, input)[aria-invalid='true'] {
    border-color: var(--_negative);
    border-width: 2px;
  }

  .left {
    display: inline-block;
    font-weight: 600;
  }

  button {
    min-block-size: 24px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  :is(button, select, input, textarea, a):focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  button:disabled {
    color: var(--_muted);
    cursor: not-allowed;
  }

  a {
    color: var(--_accent);
  }

  .plain {
    font-size: var(--_small);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .primary,
  .chip {
    min-block-size: 2rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--_accent);
  }

  .primary {
    background: var(--_accent);
    color: var(--_surface);
    font-weight: 600;
  }

  .primary[aria-disabled='true'] {
    opacity: 0.7;
  }

  .chip {
    border-color: var(--_border);
    border-radius: 1em;
    font-size: var(--_small);
  }

  .chips .chip {
    min-block-size: 24px;
    padding: 0 0.625rem;
  }

  .chip:hover {
    background: var(--_soft);
  }

  .chip[aria-pressed='true'],
  .chip[aria-current] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_surface);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
  }

  .field {
    display: grid;
    flex: 0 1 11rem;
    gap: 0.125rem;
    min-inline-size: 8rem;
  }

  @media (pointer: coarse) {
    button {
      min-block-size: 2.75rem;
    }
  }

  @media (forced-colors: active) {
    .status {
      border: 1px solid;
    }

    .vote[aria-pressed='true'],
    .chip[aria-pressed='true'],
    .chip[aria-current] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .box,
    .tools,
    .moves {
      display: none;
    }
  }
`;

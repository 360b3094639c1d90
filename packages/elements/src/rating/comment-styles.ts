import { css, type CSSResult } from 'lit';

/** The look of the comment form, loaded with it. */
export const commentStyles: CSSResult = css`
  .form {
    display: grid;
    gap: var(--_space);
    box-sizing: border-box;
    inline-size: min(100%, 32rem);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: var(--_small);
  }

  .name {
    display: block;
    margin-block-end: 0.25em;
    font-weight: 600;
  }

  .chips,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }

  textarea {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  textarea:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .tell {
    display: flex;
    gap: var(--_space);
    align-items: baseline;
    min-block-size: 24px;
    cursor: pointer;
  }

  .tell input {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    accent-color: var(--_accent);
    translate: 0 0.15em;
  }

  .tell input:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .hint {
    margin-block-start: calc(var(--_space) * -0.5);
    padding-inline-start: calc(1.1em + var(--_space));
    color: var(--_muted);
  }

  .form button {
    font-size: inherit;
  }

  button.chip,
  button.primary {
    border-color: var(--_border);
    text-decoration: none;
  }

  .chip[aria-pressed='true'],
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_surface);
  }

  .chip[aria-pressed='true']::before {
    content: '✓ ' / '';
  }

  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }

  @media (pointer: coarse) {
    .form button {
      margin: 0;
    }
  }
`;

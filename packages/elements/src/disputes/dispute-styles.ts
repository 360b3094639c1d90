import { css, type CSSResult } from 'lit';

/** The look of disputes beside comments and in their list. */
export const disputeStyles: CSSResult = css`
  .reason {
    display: grid;
    gap: var(--_space);
    margin-block-start: var(--_space);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .reason fieldset {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .reason :is(legend, label:not(.choice)) {
    padding: 0;
    font-weight: 600;
  }

  .reason legend {
    margin-block-end: var(--_space);
  }

  .choice {
    display: flex;
    gap: var(--_space);
    align-items: baseline;
    min-block-size: 24px;
  }

  .choice input {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
    translate: 0 0.125rem;
  }

  .reason textarea {
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

  .reason textarea[aria-invalid='true'] {
    border-color: var(--_negative);
  }

  .reason .hint,
  .standing p:not(.stands) {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .own {
    display: block;
    color: var(--_text);
  }

  :is(.reason, .disputes) .wrong {
    color: var(--_negative);
    font-size: var(--_small);
  }

  .reason .wrong:empty {
    display: none;
  }

  .reason .primary {
    padding-block: 0.375rem;
    padding-inline: 0.875rem;
    background: var(--_accent);
    color: var(--_surface);
    font-weight: 600;
  }

  :is(.reason textarea, .standing):focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .standing:focus:not(:focus-visible) {
    outline: none;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) / 2);
  }

  .standing {
    margin-block-start: var(--_space);
    padding-inline-start: var(--_space);
    border-inline-start: 3px solid var(--_line);
    overflow-wrap: anywhere;
  }

  .standing .stands {
    color: var(--_text);
    font-size: var(--_small);
  }

  /* Words say it; the bar only helps to find what waits. */
  .standing:has(.open) {
    border-inline-start-color: var(--_accent);
  }

  .disputes {
    display: grid;
    gap: var(--_gap);
    padding: 0;
    list-style: none;
  }

  .disputes > li {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }

  .disputes h4 {
    margin: 0;
    font-size: 1em;
  }

  .disputes .rated {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .disputes blockquote {
    margin: var(--_space) 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .disputes .gone {
    color: var(--_muted);
    font-style: italic;
  }

  @media print {
    .reason,
    .actions {
      display: none;
    }
  }
`;

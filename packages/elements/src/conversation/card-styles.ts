import { css, type CSSResult } from 'lit';

/** The look of lists and what stands in them. */
export const cardStyles: CSSResult = css`
  /* Inherited properties of a page's reset stop here. */
  .base {
    --_small: 0.875em;
    --_line: color-mix(in srgb, var(--_border) 38%, transparent);
    --_soft: color-mix(in srgb, var(--_accent) 9%, transparent);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    color: var(--_text);
    font-family: var(--_font);
    line-height: 1.45;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    letter-spacing: normal;
    white-space: normal;
    cursor: default;
    overflow-wrap: anywhere;
  }

  :is(h2, h3, p, ul, ol) {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  h2 {
    font-size: 1.25em;
    line-height: 1.25;
    text-wrap: balance;
  }

  h3 {
    font-size: 1em;
    font-weight: 600;
  }

  p:empty,
  .news:not(:has(*)) {
    display: none;
  }

  .small,
  .note,
  .field {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .list,
  .similar {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .card {
    display: flex;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1.75);
    border-block-start: 1px solid var(--_line);
  }

  .card:focus {
    outline: none;
  }

  .card:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    border-radius: var(--_radius);
  }

  .what {
    display: grid;
    flex: 1;
    gap: calc(var(--_space) * 0.75);
    align-content: start;
    min-inline-size: 0;
  }

  .text {
    max-inline-size: 65ch;
    unicode-bidi: isolate;
    white-space: pre-wrap;
  }

  .pending {
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: calc(var(--_space) * 1.5);
  }

  .chips,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.75) var(--_space);
    align-items: center;
  }

  .status {
    padding: 0.1em 0.5em;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    font-size: var(--_small);
    white-space: nowrap;
  }

  .status:is(.accepted, .in-progress, .owner) {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }

  .status.shipped {
    background: color-mix(in srgb, var(--_positive) 16%, transparent);
  }

  .late,
  .error {
    color: var(--_negative);
    font-size: var(--_small);
  }

  .late::before {
    content: '⚠ ' / '';
  }

  .vote {
    display: grid;
    flex: none;
    justify-items: center;
    align-content: center;
    align-self: start;
    box-sizing: border-box;
    min-inline-size: 3rem;
    min-block-size: 3rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_text);
    font-weight: 600;
    text-align: center;
  }

  button.vote {
    border-color: var(--_border);
  }

  button.vote:hover {
    border-color: var(--_accent);
    background: var(--_soft);
  }

  .vote svg {
    inline-size: 0.875rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .vote[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_surface);
  }

  .vote[aria-pressed='true'] path {
    fill: currentColor;
  }

  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

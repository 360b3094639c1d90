import { css, type CSSResult } from 'lit';

/** The look of what stands around the screens. */
export const figureStyles: CSSResult = css`
  /* Inherited properties of a page's reset stop here. */
  .base {
    --_small: 0.875em;
    --_line: color-mix(in srgb, var(--_border) 38%, transparent);
    --_gap: calc(var(--_space) * 2);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    color: var(--_text);
    font-family: var(--_font);
    line-height: 1.4;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    letter-spacing: normal;
    white-space: normal;
    cursor: default;
    overflow-wrap: break-word;
  }

  :is(h2, h3, h4, p, ul, dl, dd, blockquote) {
    margin: 0;
  }

  ul {
    padding: 0;
    list-style: none;
  }

  h2 {
    font-size: 1.375em;
    line-height: 1.25;
    text-wrap: balance;
  }

  h2[tabindex] {
    inline-size: fit-content;
  }

  h2:focus {
    outline: none;
  }

  h2:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
    border-radius: var(--_radius);
  }

  h3 {
    font-size: 1em;
    font-weight: 600;
  }

  h4 {
    font-size: 1em;
    font-weight: 600;
  }

  .covers,
  .intro,
  .why,
  .detail,
  .remark {
    color: var(--_muted);
    font-size: var(--_small);
    text-wrap: pretty;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) var(--_gap);
    align-items: center;
    justify-content: space-between;
    border-block-end: 1px solid var(--_line);
  }

  nav {
    display: flex;
    flex-wrap: wrap;
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

  :is(button, select, input):focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  button:disabled {
    color: var(--_muted);
    cursor: not-allowed;
  }

  .tab {
    min-block-size: 2.5rem;
    padding-inline: 0.75rem;
    border-block-end: 3px solid transparent;
    border-radius: var(--_radius) var(--_radius) 0 0;
    color: var(--_text);
  }

  .tab:hover {
    background: color-mix(in srgb, var(--_accent) 8%, transparent);
  }

  .tab[aria-current] {
    border-block-end-color: var(--_accent);
    font-weight: 600;
  }

  .plain,
  .link {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .plain {
    font-size: var(--_small);
  }

  .plain:disabled {
    text-decoration: none;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) var(--_gap);
    align-items: end;
  }

  .filters:empty {
    display: none;
  }

  .field {
    display: grid;
    flex: 0 1 11rem;
    gap: 0.125rem;
    min-inline-size: 8rem;
    color: var(--_muted);
    font-size: var(--_small);
  }

  .choice {
    display: flex;
    flex: 0 1 auto;
    gap: 0.5rem;
    align-items: center;
    align-self: end;
    min-block-size: 2.25rem;
    color: var(--_text);
  }

  .choice input {
    flex: none;
    margin: 0;
    inline-size: 1.25rem;
    min-block-size: 1.25rem;
    accent-color: var(--_accent);
  }

  :is(select, input) {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 1rem;
  }

  .head {
    display: grid;
    gap: 0.25rem;
  }

  /* A border without a colour gets one in this mode. */
  @media (forced-colors: active) {
    .tab:not([aria-current]) {
      border-block-end-color: Canvas;
    }
  }
`;

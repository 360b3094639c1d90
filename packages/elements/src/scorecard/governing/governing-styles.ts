import { css, type CSSResult } from 'lit';

/** The look of targets and of the audit trail; boxes, buttons and fields are those of the figures. */
export const governingStyles: CSSResult = css`
  .targets {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    margin-block-start: var(--_space);
    font-size: var(--_small);
  }

  .targets form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: var(--_gap);
    align-items: start;
    max-inline-size: 42rem;
    padding: var(--_gap);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .targets .wide {
    grid-column: 1 / -1;
  }

  .targets label {
    display: block;
    font-weight: 600;
  }

  .targets textarea {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 3.5rem;
    padding: 0.375rem 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 1rem;
    resize: vertical;
  }

  .targets textarea:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .targets [aria-invalid='true'] {
    border-color: var(--_negative);
    border-width: 2px;
  }

  .targets .error {
    color: var(--_negative);
  }

  .targets p:empty {
    display: none;
  }

  .targets h5 {
    margin: 0;
    font-size: 1em;
  }

  .targets li {
    padding-block: 0.25rem;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }

  .targets li.holds {
    font-weight: 600;
  }

  .targets :is(li.over, li.replaced) {
    color: var(--_muted);
  }

  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem var(--_gap);
    align-items: center;
  }

  .primary {
    min-block-size: 2.25rem;
    padding: 0.25rem 0.75rem;
    background: var(--_accent);
    color: var(--_surface);
    font-weight: 600;
  }

  .primary[aria-disabled='true'] {
    opacity: 0.7;
  }

  .audit-only {
    max-inline-size: 14rem;
  }

  .trail {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .trail li {
    overflow-wrap: anywhere;
  }

  .trail .deed {
    font-weight: 600;
  }

  .trail ul {
    margin-block-start: 0.25rem;
    padding-inline-start: 1.25rem;
    font-size: var(--_small);
    list-style: disc;
  }

  .because {
    margin-block-start: 0.25rem;
    font-size: var(--_small);
  }

  @media (pointer: coarse) {
    .deeds button {
      min-block-size: 2.75rem;
    }
  }

  @media print {
    .targets form,
    .deeds,
    .audit-only,
    .on {
      display: none;
    }

    .trail li {
      break-inside: avoid;
    }
  }
`;

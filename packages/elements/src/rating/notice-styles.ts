import { css, type CSSResult } from 'lit';

/** The look of a notice beside a rating, loaded with it. */
export const noticeStyles: CSSResult = css`
  .news:not(:empty) {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    box-sizing: border-box;
    inline-size: min(100%, 32rem);
    margin-block-start: var(--_space);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_accent);
    font-size: var(--_small);
  }

  .news p {
    margin: 0;
    white-space: pre-wrap;
    unicode-bidi: isolate;
  }

  .news a {
    color: var(--_accent);
  }

  .news .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
`;

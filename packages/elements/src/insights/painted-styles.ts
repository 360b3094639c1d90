import { css, type CSSResult } from 'lit';

/** The look of cells that are painted from numbers of their row; see `paintRows`. */
export const paintedStyles: CSSResult = css`
  /* The course of the views, cut out of a box; its shape comes from the row. */
  .trend {
    min-inline-size: 6.5rem;
  }

  .trend::after {
    content: '';
    display: block;
    block-size: 18px;
    margin-block-start: 2px;
    background: var(--_chart-1);
    opacity: 0.55;
    clip-path: var(--_trend);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }

  /* Signs stand before their numbers in every direction. */
  :host(:dir(rtl)) .trend {
    direction: ltr;
    text-align: right;
  }

  :host(:dir(rtl)) .trend::after {
    transform: scaleX(-1);
  }

  /* The interval lies on a line from 1 to 5, the mean is a dot on it. */
  .rating {
    position: relative;
    min-inline-size: 9.5rem;
  }

  .rating::before,
  .rating::after {
    content: '';
    position: absolute;
    forced-color-adjust: none;
    print-color-adjust: exact;
  }

  .items td.rating {
    --_track: calc(100% - 1.5rem);
    background-image: linear-gradient(var(--_line), var(--_line));
    background-repeat: no-repeat;
    background-position: center 2.4em;
    background-size: var(--_track) 1px;
  }

  .rating::before {
    inset-block-start: calc(2.4em - 3px);
    inset-inline-start: calc(0.75rem + (100% - 1.5rem) * var(--_low));
    inline-size: calc((100% - 1.5rem) * (var(--_high) - var(--_low)));
    block-size: 6px;
    border-radius: 3px;
    background: var(--_rating);
    opacity: 0.4;
  }

  .rating::after {
    inset-block-start: calc(2.4em - 4.5px);
    inset-inline-start: calc(0.75rem - 4.5px + (100% - 1.5rem) * var(--_mean));
    inline-size: 9px;
    block-size: 9px;
    border-radius: 50%;
    background: var(--_rating);
  }
`;

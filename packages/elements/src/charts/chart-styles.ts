import { css, type CSSResult } from 'lit';
import { chartTokens } from './chart-tokens.js';

/** The look of drawings. */
export const chartStyles: CSSResult = css`
  ${chartTokens}

  .chart {
    margin: 0;
    min-inline-size: 0;
  }

  .caption {
    font-weight: 600;
  }

  .summary,
  .nothing {
    margin: 0.125rem 0 0;
    color: var(--_muted);
    font-size: var(--_small);
    text-wrap: pretty;
  }

  .nothing {
    padding-block: 0.75rem;
  }

  /* Read, not seen. */
  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .plot {
    margin-block-start: 0.5rem;
    border-radius: var(--_radius);
    touch-action: pan-y pinch-zoom;
  }

  .plot.choosable {
    cursor: pointer;
  }

  .plot:focus-visible,
  .scroll:focus-visible,
  summary:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .plot svg {
    display: block;
    overflow: visible;
  }

  .readout {
    min-block-size: 1.4em;
    margin: 0;
    color: var(--_text);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  svg text {
    fill: var(--_muted);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  svg .label {
    fill: var(--_text);
    font-size: 13px;
  }

  svg .corner {
    font-weight: 600;
    font-size: 13px;
    stroke: var(--_surface);
    stroke-width: 4px;
    stroke-linejoin: round;
    paint-order: stroke;
  }

  .grid {
    stroke: var(--_line);
  }

  .grid.strong,
  .origin {
    stroke: var(--_border);
  }

  .border,
  .marker {
    stroke: var(--_border);
    stroke-dasharray: 4 4;
  }

  .flag {
    fill: var(--_border);
  }

  .line {
    fill: none;
    stroke: var(--_chart-1);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
  }

  .band {
    fill: var(--_chart-1);
    fill-opacity: 0.16;
  }

  .dot,
  .bar {
    fill: var(--_chart-1);
  }

  .mark {
    fill: var(--_chart-1);
    fill-opacity: 0.8;
    stroke: var(--_surface);
    stroke-width: 0.75;
  }

  .mark.top-start {
    fill: var(--_chart-3);
  }

  .mark.bottom-end {
    fill: var(--_chart-2);
  }

  .mark.bottom-start {
    fill: var(--_chart-6);
  }

  .mark.early {
    fill: none;
    stroke: var(--_chart-6);
    stroke-width: 1.5;
  }

  .cursor {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.5;
  }

  line.cursor {
    stroke-width: 1;
  }

  @media print {
    .readout,
    .behind:not([open]) {
      display: none;
    }

    .chart {
      break-inside: avoid;
    }

    svg :is(.bar, .line, .band, .dot, .mark) {
      print-color-adjust: exact;
    }
  }

  @media (forced-colors: active) {
    svg * {
      forced-color-adjust: none;
    }

    svg text {
      fill: CanvasText;
    }

    .grid {
      stroke: CanvasText;
      stroke-opacity: 0.35;
    }

    .mark {
      fill-opacity: 1;
      stroke: Canvas;
    }
  }
`;

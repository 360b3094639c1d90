import type { MeasureTarget, MeasureUnit, Metric } from '@collateral/sdk/contract';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { axisEnds } from './axis-ends.js';

/** Draws where a figure likely is, against its target: a line from end to end, the interval, the middle, the target. */
export function drawInterval(
  { value, interval, state }: Metric,
  unit: MeasureUnit,
  target: MeasureTarget | null,
  write: (value: number) => string,
): TemplateResult | typeof nothing {
  if (state !== 'ok' || value === null || !interval) return nothing;
  const [low, high] = interval;
  const [from, to] = axisEnds(unit, [low, high, value, target?.value ?? 0]);
  const at = (place: number): string => `${(Math.min(1, Math.max(0, (place - from) / (to - from))) * 100).toFixed(2)}%`;
  const width = `${(Math.max(0.005, (high - low) / (to - from)) * 100).toFixed(2)}%`;
  // The text beside it says the same. Places are shares of the width, so that nothing has to be measured.
  return html`
    <div class="range" aria-hidden="true">
      <svg width="100%" height="22">
        <line class="grid strong" x1="0%" x2="100%" y1="11" y2="11"></line>
        <rect class="likely" x=${at(low)} width=${width} y="6" height="10" rx="3"></rect>
        ${target ? svg`<line class="goal" x1=${at(target.value)} x2=${at(target.value)} y1="0" y2="22"></line>` : nothing}
        <circle class="dot" cx=${at(value)} cy="11" r="4.5"></circle>
      </svg>
      <p><span>${write(from)}</span><span>${write(to)}</span></p>
    </div>
  `;
}

import type { DisputeReasons, DisputeStatus } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Writer } from '../figures/writer.js';
import type { DisputeStrings } from '../shared/dispute-strings.js';

/** Where a dispute stands, and why as far as that is known. */
export type Standing = Partial<DisputeReasons> & { readonly ratingId: string; readonly status: DisputeStatus };

/** Draws where a dispute stands: why it is disputed, and how that was settled. */
export function renderStanding(standing: Standing, strings: DisputeStrings, write: Writer): TemplateResult {
  const { ratingId, status, openedAt, reason } = standing;
  const opened = openedAt === undefined ? '' : write.day(openedAt.slice(0, 10));
  return html`
    <div class="standing" data-standing=${ratingId} tabindex="-1" role="group" aria-label=${strings.statuses[status]}>
      ${opened && status !== 'open' ? html`<p dir="auto">${strings.because(opened, reason ?? '')}</p>` : nothing}
      <p class=${`stands ${status}`} dir="auto">${sayStanding(standing, strings, write)}</p>
    </div>
  `;
}

/** Says in one sentence where a dispute stands. */
export function sayStanding(
  { status, openedAt, reason, settledAt, settlement }: Standing,
  strings: DisputeStrings,
  write: Writer,
): string {
  const day = status === 'open' ? openedAt : settledAt;
  if (!day) return strings.statuses[status];
  const say = { open: strings.underReview, upheld: strings.upheld, rejected: strings.rejected }[status];
  return say(write.day(day.slice(0, 10)), (status === 'open' ? reason : settlement) ?? '');
}

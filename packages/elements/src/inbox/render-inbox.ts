import type { Inbox, Suggestion } from '@collateral/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderBelow } from '../conversation/render-below.js';
import { renderCard } from '../conversation/render-card.js';
import { renderMore, renderNews } from '../conversation/render-list-ends.js';
import { renderMissing, renderStale } from '../conversation/render-states.js';
import type { Words } from '../conversation/words.js';
import { daysBetween } from './inbox-days.js';
import { inboxParts, type InboxPart } from './inbox-place.js';
import type { InboxView } from './inbox-view.js';

/** Draws the element. */
export function renderInbox(view: InboxView): TemplateResult {
  const { desk, host, words } = view;
  const { reply, code, isLoading } = desk.loader;
  const again = (): void => desk.refresh();
  return html`
    <div class="base" part="base" aria-busy=${isLoading}>
      <h2 data-heading>${words.strings.inbox}</h2>
      ${
        reply
          ? html`${renderStale(desk.loader, words, again)} ${renderSummary(reply, words)} ${renderParts(reply, view)}
            ${renderList(reply, view)}`
          : renderMissing(host, code, words, again)
      }
    </div>
  `;
}

function renderSummary(reply: Inbox, { strings, count }: Words): TemplateResult {
  const { waiting, overdue, overdueDays: late, waitingSince, asOf } = reply;
  const written = strings.overdueCount(overdue, count(overdue));
  const overdueText = overdue > 0 && late > 0 ? strings.overdueBy(written, late, count(late)) : written;
  const longest = waitingSince === null ? 0 : daysBetween(waitingSince, asOf);
  return html`
    <p part="summary" class="summary" role="status">
      <strong>
        ${strings.waiting(waiting, count(waiting))}${overdue > 0 ? html` · <span class="late">${overdueText}</span>` : nothing}
      </strong>
      ${longest > 0 ? html`<span class="small">${strings.oldest(longest, count(longest))}</span>` : nothing}
    </p>
  `;
}

function renderParts(reply: Inbox, { place, words }: InboxView): TemplateResult | typeof nothing {
  // The page gave one list, which can't be asked for another part.
  if (place.data) return nothing;
  const { strings, count } = words;
  const numbers: Readonly<Partial<Record<InboxPart, number>>> = {
    open: reply.waiting + reply.promised,
    waiting: reply.waiting,
    promised: reply.promised,
    overdue: reply.overdue,
  };
  const label = (part: InboxPart): string => {
    const number = numbers[part];
    return number === undefined ? strings.inboxParts[part] : `${strings.inboxParts[part]} ${count(number)}`;
  };
  return html`
    <nav class="actions" part="nav" aria-label=${strings.inbox}>
      ${inboxParts.map(
        (part) => html`
          <button
            type="button"
            part="button"
            class="chip"
            aria-current=${part === place.part ? 'true' : nothing}
            @click=${() => place.choose(part)}
          >
            ${label(part)}
          </button>
        `,
      )}
    </nav>
  `;
}

function renderList(reply: Inbox, view: InboxView): TemplateResult {
  const { desk, host, place, words } = view;
  const { strings } = words;
  const { list, isLoading, code } = desk.loader;
  if (list.isUnknown) return renderMissing(host, code, words, () => desk.refresh());
  const { shown } = list;
  const none = place.part === 'open' || place.part === 'waiting' ? strings.inboxEmpty : strings.partEmpty;
  return html`
    ${renderNews(list, words, () => desk.showNew())}
    <div class="list" part="list">
      ${repeat(
        shown,
        ({ suggestionId }) => suggestionId,
        (each) => renderOne(each, reply.asOf, view),
      )}
    </div>
    ${shown.length === 0 && !isLoading ? html`<p class="missing">${none}</p>` : nothing}
    ${place.data ? nothing : renderMore(desk.loader, reply, words)}
  `;
}

function renderOne(suggestion: Suggestion, asOf: string, { desk, host, words }: InboxView): TemplateResult {
  const { strings, count, day, own } = words;
  const { title, collateralId, status, createdAt, assignee, dueAt, supporters, shippedVersion, shippedTitle } =
    suggestion;
  const waits = daysBetween(createdAt.slice(0, 10), asOf);
  return renderCard(suggestion, {
    list: 'inbox',
    words,
    title:
      collateralId === null
        ? nothing
        : html`
            <p>
              <button
                type="button"
                part="button"
                class="plain"
                @click=${() => host.tell('select', { screen: 'item', collateralId })}
              >
                <bdi>${title ?? collateralId}</bdi>
              </button>
            </p>
          `,
    vote: nothing,
    remarks: [
      strings.supporters(supporters, count(supporters)),
      status === 'new' ? strings.waitsFor(waits, count(waits)) : nothing,
      assignee ? strings.assignedTo(own(assignee.name)) : nothing,
      dueAt === null || shippedVersion !== null ? nothing : strings.dueOn(day(dueAt)),
      shippedVersion === null ? nothing : strings.shippedIn(own(shippedTitle ?? shippedVersion)),
    ],
    below: renderBelow(suggestion, 'inbox', desk.exchange, words),
    onPlace: (about, place) => desk.exchange.showPlace(about, place),
  });
}

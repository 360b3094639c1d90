import { expectAnswer } from './expect-answer.js';
import { handlerCase, type HandlerCase } from './handler-case.js';
import { eventId, ratingOf, secondsAgo } from './kit-event.js';

const section = 'Usage events';
const v4 = '9f8b3c1e-5a4d-4c2b-8a1f-0123456789ab';

/** Events that are refused, one by one, while the others of their batch are stored. */
const wrongEvents: readonly (readonly [name: string, code: string, make: (item: string) => unknown])[] = [
  ['null', 'invalid-event', () => null],
  ['a list', 'unknown-type', () => []],
  ['a text', 'invalid-event', () => 'rating'],
  ['without type', 'unknown-type', (item) => ratingOf(item, { type: undefined })],
  ['of an unknown type', 'unknown-type', (item) => ratingOf(item, { type: 'like' })],
  ['of a type every object has', 'unknown-type', (item) => ratingOf(item, { type: '__proto__' })],
  ['without id', 'invalid-id', (item) => ratingOf(item, { id: undefined })],
  ['with an id of version 4', 'invalid-id', (item) => ratingOf(item, { id: v4 })],
  ['with an id in capitals', 'invalid-id', (item) => ratingOf(item, { id: eventId().toUpperCase() })],
  ['without time', 'invalid-time', (item) => ratingOf(item, { occurredAt: undefined })],
  ['with a time of no zone', 'invalid-time', (item) => ratingOf(item, { occurredAt: '2026-05-04T10:00:00' })],
  ['with a time as number', 'invalid-time', (item) => ratingOf(item, { occurredAt: 1_777_888_999 })],
  ['with a day that is none', 'invalid-time', (item) => ratingOf(item, { occurredAt: '2026-13-44T10:00:00Z' })],
  ['older than 35 days', 'too-old', (item) => ratingOf(item, { occurredAt: secondsAgo(36 * 86_400) })],
  ['with value 0', 'invalid-value', (item) => ratingOf(item, { value: 0 })],
  ['with value 6', 'invalid-value', (item) => ratingOf(item, { value: 6 })],
  ['with value 4.5', 'invalid-value', (item) => ratingOf(item, { value: 4.5 })],
  ['with a value as text', 'invalid-value', (item) => ratingOf(item, { value: '4' })],
  ['on another scale', 'unknown-scale', (item) => ratingOf(item, { scaleId: 'stars-10' })],
  ['with an empty item', 'invalid-collateral-id', (item) => ratingOf(item, { collateralId: '' })],
  [
    'with an item of 201 characters',
    'invalid-collateral-id',
    (item) => ratingOf(item, { collateralId: 'x'.repeat(201) }),
  ],
  ['with NUL in the item', 'invalid-collateral-id', (item) => ratingOf(item, { collateralId: 'a\u0000b' })],
  ['with half a character in the item', 'invalid-collateral-id', (item) => ratingOf(item, { collateralId: 'a\ud800' })],
  ['with NUL in the comment', 'invalid-event', (item) => ratingOf(item, { comment: 'a\u0000b' })],
  ['with a comment of 4001 characters', 'invalid-event', (item) => ratingOf(item, { comment: 'x'.repeat(4_001) })],
  ['larger than 32 KiB', 'event-too-large', (item) => ratingOf(item, { comment: 'x'.repeat(33_000) })],
  ['nested too deep', 'invalid-event', (item) => ratingOf(item, { deep: nested(12) })],
];

/** One event of each documented type. */
const rightEvents: readonly (readonly [name: string, fields: object])[] = [
  ['view', { type: 'view', viewId: eventId(), activeMs: 1, visibleMs: 2, progress: 0.5 }],
  ['usage', { type: 'usage', action: 'download' }],
  ['search', { type: 'usage', action: 'search', query: 'ROI', results: 0, collateralId: undefined }],
  ['completion', { type: 'completion', progress: 1, success: true }],
  ['rating', { comment: 'Zoë 🎯 said: "100 %"\n' }],
  ['rating-withdrawal', { type: 'rating-withdrawal' }],
  ['suggestion', { type: 'suggestion', body: 'Add an ROI slide', place: { slide: 7 } }],
  ['suggestion-for-nothing', { type: 'suggestion', body: 'A battlecard', collateralId: undefined }],
  ['suggestion-withdrawal', { type: 'suggestion-withdrawal', suggestionId: eventId() }],
  ['vote', { type: 'vote', suggestionId: eventId(), on: true }],
  ['reply', { type: 'reply', suggestionId: eventId(), body: 'Yes' }],
  ['prompt-response', { type: 'prompt-response', promptId: 'p', answer: 'dismissed' }],
  ['notice-response', { type: 'notice-response', noticeId: 'n', answer: 'confirmed' }],
  ['unknown-fields', { colour: 'green', actorId: 'somebody-else' }],
  ['prototype-item', { collateralId: '__proto__' }],
  ['longest-item', { collateralId: '日'.repeat(200) }],
  ['clock-ahead', { occurredAt: '2100-01-01T00:00:00.000Z' }],
  ['34-days', { occurredAt: secondsAgo(34 * 86_400) }],
];

/** What becomes of single events. */
export const verdictCases: readonly HandlerCase[] = [
  ...wrongEvents.map(([name, code, make]) =>
    handlerCase(`verdict.${slugOf(name)}`, `refuses an event ${name} and stores the others`, async (client) => {
      const item = client.own('deck');
      const receipt = await client.send(client.person('ana'), [ratingOf(item), make(item), ratingOf(item)]);
      expectAnswer('accepted events', receipt.accepted, 2, section);
      const [rejection] = receipt.rejected;
      expectAnswer('index of the refused event', rejection?.index, 1, section);
      expectAnswer('code of the refused event', rejection?.code, code, 'Errors');
      expectAnswer('whether to send it again', rejection?.retryable, false, 'Errors');
    }),
  ),
  ...rightEvents.map(([name, fields]) =>
    handlerCase(`accept.${name}`, `takes an event of kind ${name}, and takes it once`, async (client) => {
      const event = ratingOf(client.own('deck'), fields);
      const person = client.person('ana');
      expectAnswer('accepted events', (await client.send(person, [event])).accepted, 1, section);
      expectAnswer('duplicates of a resend', (await client.send(person, [event])).duplicates, 1, 'Idempotency');
    }),
  ),
];

function slugOf(name: string): string {
  return name.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase();
}

function nested(depth: number): object {
  return depth === 0 ? {} : { in: nested(depth - 1) };
}

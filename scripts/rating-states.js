// The page that scripts/rating-pictures.mjs takes pictures of: a rating in each of its states, with a client that does as it is told.
import { CollateralError } from '@collateral/sdk';
import '../packages/elements/dist/define/all.js';
import {
  fourteenRatings,
  InMemoryClient,
  summaryOf,
} from '../packages/elements/dist/testing/in-memory-client.fixture.js';

const label = 'Rate this deck';
const mine = (value) => ({ id: 'rating-1', value, ratedAt: '2026-01-05T09:00:00.000Z' });

/** @type {readonly {name: string, attributes?: string, summary?: object, act?: (rating: HTMLElement, client: InMemoryClient) => unknown, isLost?: boolean}[]} */
const states = [
  { name: 'Not rated' },
  { name: 'Under the pointer', act: (rating) => over(rating, 4) },
  { name: 'With the focus', act: (rating) => rating.focus() },
  { name: 'Rated, on this device', act: (rating) => choose(rating, 4) },
  { name: 'Rated, sent', act: (rating, client) => send(rating, client, 4) },
  { name: 'Can be withdrawn', attributes: 'clearable', summary: { mine: mine(4) } },
  { name: 'Withdrawn', attributes: 'clearable', summary: { mine: mine(4) }, act: withdraw },
  { name: 'What everybody thinks', attributes: 'summary', summary: { metric: fourteenRatings } },
  {
    name: 'Too few for a score',
    attributes: 'summary',
    summary: { metric: { ...fourteenRatings, value: null, n: 2, interval: null, state: 'early' } },
  },
  { name: 'Read-only', attributes: 'readonly summary', summary: { metric: fourteenRatings } },
  { name: 'The own item', attributes: 'summary', summary: { own: true, metric: fourteenRatings } },
  {
    name: 'A new version',
    attributes: 'version="v2"',
    summary: { version: 'v2', previous: { version: 'v1', value: 2, ratedAt: '2026-01-05T09:00:00.000Z' } },
  },
  { name: 'Asked to rate', attributes: 'prompt', act: (_, client) => client.prompt('deck-42') },
  { name: 'Disabled', attributes: 'disabled value="3"' },
  { name: 'Refused by the server', act: refuse },
  {
    name: 'Not stored',
    act: (rating, client) => ((client.receipt = new CollateralError('storage-failed', 'Full.')), choose(rating, 4)),
  },
  { name: 'Ratings not loaded', attributes: 'summary', isLost: true },
  { name: 'Another scale', attributes: 'scale="stars-10@1"' },
  { name: 'One line, for lists', attributes: 'compact summary', summary: { metric: fourteenRatings } },
  {
    name: 'Low: why, and a comment',
    attributes: 'comment="when-low"',
    act: (rating, client) => send(rating, client, 2),
  },
];

// One after the other, so that they stand in this order.
for (const state of states) await show(state);
await document.fonts.ready;
globalThis.isShown = true;

/** @param {(typeof states)[number]} state */
async function show({ name, attributes = '', summary, act, isLost }) {
  const cell = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = name;
  const provider = document.createElement('collateral-provider');
  const client = new InMemoryClient();
  if (summary) client.summaries.set('deck-42', summaryOf('deck-42', summary));
  if (isLost) client.summaries.set('deck-42', new CollateralError('network-failed', 'Offline.'));
  provider.client = client;
  const rating = document.createElement('collateral-rating');
  rating.collateralId = 'deck-42';
  rating.label = label;
  for (const [, attribute, , value = ''] of attributes.matchAll(/([\w-]+)(="([^"]*)")?/g))
    rating.setAttribute(attribute, value);
  provider.append(rating);
  cell.append(heading, provider);
  document.querySelector('main').append(cell);
  await rest(rating);
  await act?.(rating, client);
  await rest(rating);
}

async function rest(rating) {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    await rating.updateComplete;
  }
}

function radio(rating, value) {
  return rating.shadowRoot.querySelectorAll('[role=radio]')[value - 1];
}

function over(rating, value) {
  radio(rating, value).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
}

function choose(rating, value) {
  radio(rating, value).click();
}

async function send(rating, client, value) {
  choose(rating, value);
  await rest(rating);
  client.deliver();
}

async function withdraw(rating) {
  [...rating.shadowRoot.querySelectorAll('button')].find((button) => button.textContent.includes('Withdraw')).click();
}

async function refuse(rating, client) {
  choose(rating, 4);
  await rest(rating);
  client.reject('deck-42', 'unknown-item');
}

// What people wrote beside their ratings of one item on the demo's page, and what its producer objected to: one dispute waits, one was
// upheld and one rejected.
import { createRandom } from '../data/random.js';
import { commenters, findPerson } from './people.js';
import { send } from './seed-page.js';
import { principalOf } from './sign-in.js';

const day = 86_400_000;
const collateralId = 'datasheet-7';

/** Each by another person; the first by somebody the page offers to sign in as. */
const remarks = /** @type {const} */ ([
  { value: 1, comment: 'The price list in it is from last year. A customer noticed before I did.' },
  { value: 2, comment: 'Where is the wireless sensor? I could not find it anywhere.' },
  { value: 2, comment: 'Too technical for a first meeting.' },
  { value: 4, comment: 'Clear table of ranges, I use it every week.' },
  { value: 4, comment: 'Good. A line about calibration would make it complete.' },
  { value: 5, comment: 'Answered every question of the plant engineer.' },
  { value: 3, comment: 'Fine, but the drawings are hard to read in print.' },
  { value: 4, comment: 'The comparison on page 2 saved me a call.' },
  { value: 3, comment: 'Protocols are listed twice.' },
  { value: 5, comment: 'Best one we have.' },
  { value: 4, comment: 'Short enough to send along with a quote.' },
]);

/** The objections of the producer, by the comment they are about. */
const objections = [
  {
    remark: remarks[0],
    reason: 'The datasheet has no prices. This is about the price list, which is an item of its own.',
    daysAgo: 2,
  },
  {
    remark: remarks[1],
    reason: 'The wireless sensor has a datasheet of its own; this one is about the wired platform.',
    daysAgo: 9,
    settled: { upheld: true, reason: 'True, that sensor is another product.', daysAgo: 7 },
  },
  {
    remark: remarks[2],
    reason: 'A datasheet is meant to be technical.',
    daysAgo: 8,
    settled: { upheld: false, reason: 'Whom it suits is what people are asked about. It stands.', daysAgo: 6 },
  },
];

/** Has a dozen people rate the item and say why. @param {import('./history.js').Call} call */
export async function commentOnPage(call) {
  const random = createRandom(42, 'page comments');
  const authors = [personOf('rep-3'), ...commenters];
  for (const [index, { value, comment }] of remarks.entries()) {
    const author = authors[index];
    if (!author) throw new Error('There are fewer people than comments.');
    const viewedAt = Date.now() - (10 + index) * day;
    const fields = { collateralId, occurredAt: new Date(viewedAt).toISOString() };
    const view = { type: 'view', id: random.id(viewedAt), viewId: random.id(viewedAt), activeMs: 40_000 };
    const rating = { type: 'rating', id: random.id(viewedAt + 60_000), value, scaleId: 'collateral-5@1', comment };
    await send(call, author, [
      { ...fields, ...view, visibleMs: 42_000, progress: 0.8 },
      { ...fields, ...rating, occurredAt: new Date(viewedAt + 60_000).toISOString() },
    ]);
  }
}

/** Disputes three of them through the routes people use. @param {import('./history.js').Call} call */
export async function disputeOnPage(call) {
  const [producer, manager] = ['producer-1', 'manager-1'].map((id) => principalOf(personOf(id)));
  const page = await call(`/v1/insights/items/${collateralId}`, 'GET', undefined, Date.now(), producer);
  for (const { remark, reason, daysAgo, settled } of objections) {
    const found = page.comments.find((/** @type {{ comment: string }} */ { comment }) => comment === remark.comment);
    const command = { collateralId, ratingId: found?.ratingId, reason };
    const { dispute } = await call('/v1/disputes', 'POST', command, Date.now() - daysAgo * day, producer);
    if (!settled) continue;
    const { upheld, reason: why } = settled;
    const path = `/v1/disputes/${dispute.ratingId}/settle`;
    const settlement = { upheld, reason: why, expect: dispute.revision };
    await call(path, 'POST', settlement, Date.now() - settled.daysAgo * day, manager);
  }
}

/** @param {string} id */
function personOf(id) {
  const person = findPerson(id);
  if (!person) throw new Error(`There is nobody called ${id}.`);
  return person;
}

// What people said about the items on the demo's page, and what became of it. Days are counted back from today.

/** @typedef {{ daysAgo: number, by: string, name: 'transitions' | 'merge' | 'hide', fields: Readonly<Record<string, unknown>> & { reason: string }, dueInDays?: number }} Step */

/**
 * @typedef {object} PageSuggestion
 * @property {string} key names it for others
 * @property {string} [item] absent for a request
 * @property {string | number} by a sign-in, or which of the raters
 * @property {number} daysAgo
 * @property {string} body
 * @property {import('@collateral/sdk/contract').Place} [place]
 * @property {number} votes
 * @property {readonly { by: string | number, daysAgo: number, body: string }[]} [replies]
 * @property {readonly Step[]} [steps]
 */

const marketing = 'product-marketing';

/** @type {readonly PageSuggestion[]} */
export const pageSuggestions = [
  {
    key: 'customer',
    item: 'deck-42',
    by: 'rep-1',
    daysAgo: 95,
    body: 'The customer on this slide left us in spring. Please show somebody who is still happy.',
    place: { slide: 5 },
    votes: 6,
    replies: [{ by: 'producer-1', daysAgo: 93, body: 'Thank you, that should not have stayed in. We ask the port.' }],
    steps: [
      accepted('producer-1', 92, 34, marketing, 'It goes into v3 with the new figures.'),
      {
        daysAgo: 74,
        by: 'producer-1',
        name: 'transitions',
        fields: { to: 'in-progress', reason: 'The port agreed to be named.' },
      },
      shipped('producer-1', 59, 'v3', 'Slide 5 shows the port that cut its downtime by a third.'),
    ],
  },
  {
    key: 'roi',
    item: 'deck-42',
    by: 7,
    daysAgo: 12,
    body: 'Add the return on investment. The CFO asks in every first meeting, and I have nothing to show.',
    place: { slide: 9 },
    votes: 8,
    replies: [
      { by: 11, daysAgo: 11, body: 'I use the calculator and paste a picture of it. Happy to share.' },
      { by: 'producer-1', daysAgo: 10, body: 'Please do. Would three lines be enough, or does it need the whole sum?' },
    ],
    steps: [
      accepted('producer-1', 9, -12, marketing, 'Many asked for it. It comes with the autumn figures.'),
      {
        daysAgo: 3,
        by: 'producer-1',
        name: 'transitions',
        fields: { to: 'in-progress', reason: 'First draft is with finance.' },
      },
    ],
  },
  {
    key: 'roi-again',
    item: 'deck-42',
    by: 15,
    daysAgo: 8,
    body: 'A calculation that a CFO believes is missing.',
    votes: 2,
    steps: [
      {
        daysAgo: 7,
        by: 'producer-1',
        name: 'merge',
        fields: { into: 'roi', reason: 'The same as the return on investment.' },
      },
    ],
  },
  {
    key: 'projector',
    item: 'deck-42',
    by: 'rep-2',
    daysAgo: 3,
    body: 'Grey on grey: nobody past the second row can read this on a projector.',
    place: { slide: 7 },
    votes: 3,
  },
  {
    key: 'prices',
    item: 'deck-42',
    by: 21,
    daysAgo: 26,
    body: 'Put the list prices on the last slide.',
    place: { slide: 12 },
    votes: 1,
    steps: [
      {
        daysAgo: 21,
        by: 'producer-1',
        name: 'transitions',
        fields: {
          to: 'declined',
          reason: 'Prices differ by market and would be wrong within weeks. Use the price tool.',
        },
      },
    ],
  },
  {
    key: 'power',
    item: 'datasheet-7',
    by: 4,
    daysAgo: 31,
    body: 'Give the power consumption of the gateway, also at minus 20 degrees.',
    place: { page: 2 },
    votes: 5,
    replies: [{ by: 17, daysAgo: 28, body: 'Asked for in the last two tenders.' }],
    steps: [accepted('producer-1', 26, 4, marketing, 'The laboratory has the figures.')],
  },
  {
    key: 'licence',
    item: 'battlecard-3',
    by: 9,
    daysAgo: 16,
    body: 'Halden sells by sensor since spring. What we say about their licences is wrong now.',
    place: { page: 1 },
    votes: 9,
    replies: [{ by: 13, daysAgo: 14, body: 'It cost me a good half hour with a customer who knew better.' }],
  },
  {
    key: 'subtitles',
    item: 'video-5',
    by: 19,
    daysAgo: 6,
    body: 'Subtitles in Portuguese would let us show it at the fair in São Paulo.',
    place: { second: 48 },
    votes: 4,
    replies: [{ by: 'producer-1', daysAgo: 5, body: 'When is the fair?' }],
  },
  {
    key: 'question-four',
    item: 'playbook-2',
    by: 2,
    daysAgo: 40,
    body: 'Question four sounds like an accusation. Ask what they tried before instead.',
    votes: 6,
    steps: [
      accepted('producer-2', 36, -20, 'sales-enablement', 'You are right. We test another wording with two teams.'),
    ],
  },
  {
    key: 'nis2',
    by: 'rep-2',
    daysAgo: 70,
    body: 'One page about security and compliance that I can send before the first meeting.',
    votes: 11,
    steps: [
      accepted('manager-1', 64, 1, marketing, 'Product marketing takes it.'),
      shipped('manager-1', 2, 'one-pager-9', 'Here it is, checked by our own security team.'),
    ],
  },
  {
    key: 'esg',
    by: 23,
    daysAgo: 22,
    body: 'Answers to the questionnaires about sustainability. I fill in the same forty fields for every tender.',
    votes: 14,
    replies: [{ by: 8, daysAgo: 20, body: 'My last one is from March, I can send it.' }],
    steps: [accepted('manager-1', 15, -25, 'sales-enablement', 'Worth an afternoon of somebody in enablement.')],
  },
  { key: 'datasheet-pt', by: 30, daysAgo: 5, body: 'The sensor platform datasheet in Portuguese.', votes: 3 },
];

/** @param {string} by @param {number} daysAgo @param {number} dueDaysAgo @param {string} assignee @param {string} reason @returns {Step} */
function accepted(by, daysAgo, dueDaysAgo, assignee, reason) {
  return { daysAgo, by, name: 'transitions', fields: { to: 'accepted', assignee, reason }, dueInDays: -dueDaysAgo };
}

/** @param {string} by @param {number} daysAgo @param {string} shippedVersion @param {string} reason @returns {Step} */
function shipped(by, daysAgo, shippedVersion, reason) {
  return { daysAgo, by, name: 'transitions', fields: { to: 'shipped', shippedVersion, reason } };
}

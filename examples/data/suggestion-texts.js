// What people suggest, ask for and answer.
import { fillText } from './comments.js';

/** Each wish in two ways, so that a second person can mean the same without saying the same. */
const wishes = [
  ['Replace the price table, it is from {lastYear}.', 'The prices are old. Please bring them up to date.'],
  ['Make a short version for {buyer}.', 'Half of it would do for {buyer}.'],
  ['Show the return on investment for {buyer}.', 'It needs a calculation that {buyer} believes.'],
  ['We need this in {language}.', 'A version in {language}, please. I translate it by hand each time.'],
  ['Add a customer example from {place2}.', 'Nobody in {place2} finds themselves in the examples.'],
  ['Say in one sentence how we differ from {rival}.', 'Everybody asks about {rival}, and there is no answer in it.'],
  ['Publish a version that we can edit.', 'I cannot change the customer name in it.'],
  ['Give the chart units and a source.', 'I was asked where the figures of the chart come from.'],
  ['End with a clear next step.', 'The last part leaves people without a next step.'],
  ['Move the part about {topic} to the front.', '{topic} is what they want to hear first.'],
  ['Take out the part about {topic}, nobody sells it any more.', 'The part about {topic} is history.'],
  ['Explain {topic} without our own abbreviations.', 'What it says about {topic} is only clear to us.'],
  ['Name the standards we support, {standard} first of all.', 'Customers look for {standard} and do not find it.'],
  ['Replace the photo of the old device.', 'The picture shows hardware we do not ship.'],
  ['Write down how long a project really takes.', 'It needs an honest timetable of a project.'],
  ['Remove {customer} from the references.', '{customer} is no customer any more.'],
];

/** @type {Readonly<Record<string, readonly string[]>>} */
const wishesOfKind = {
  deck: ['Add speaker notes, at least for the first slides.', 'Split it: one deck for the first hour, one for later.'],
  video: ['Add subtitles in {language}.', 'A cut of thirty seconds for trade fairs would be used daily.'],
  'training-module': ['Let us practise the answer about {topic} instead of reading it.', 'Add a test at the end.'],
  battlecard: ['Add the three questions that hurt {rival}.', 'Say what {rival} charges for {topic}.'],
  datasheet: ['Give the power consumption.', 'List the {standard} profile that is implemented.'],
  'case-study': ['Add a figure that {buyer} can compare with.', 'Ask the customer for a quotation by name.'],
  'email-template': ['A shorter subject line, please.', 'Write one for {buyer} as well.'],
};

const because = [
  '',
  '',
  '',
  'It came up in three meetings this month.',
  'A deal in {place2} waits for it.',
  'I can send what I use instead.',
  'The team in {region} does it already.',
  '{buyer} asked for it twice.',
  'It would save each of us an hour.',
  'I lost a second meeting over it.',
];

const requests = [
  'We have nothing like “{wanted}”. I needed it twice this month.',
  'Is somebody working on “{wanted}”? Customers in {place2} ask for it.',
  'Please make “{wanted}”, even if it is only one page.',
  'I searched for “{wanted}” and found nothing.',
  '“{wanted}” would help with {buyer}.',
];

/** @type {Readonly<Record<string, readonly string[]>>} */
const lines = {
  people: [
    'Yes please.',
    'The same for {buyer}.',
    'I have a version of my own, happy to share it.',
    'For me the part about {topic} matters more.',
    'Only if it does not get longer.',
    '{rival} has this already.',
    'Needed it again today.',
    'In {region} we solved it with an extra page.',
  ],
  owner: [
    'Thank you. Which customer was it?',
    'We look into it this week.',
    'Could you send me what you used instead?',
    'Would half a page on {topic} be enough?',
    'I talk to product management about it.',
  ],
  accepted: [
    'Good point, it goes into the next version.',
    'We take it up with the other changes.',
    'Agreed, and others asked for it too.',
    'Planned for the rework.',
    'The figures are there, we only have to put them in.',
  ],
  moved: [
    'Legal needs longer than we thought.',
    'The rework slips, sorry.',
    'We wait for the new figures.',
    'The agency is late.',
  ],
  'in-progress': ['Work has begun.', 'The first draft is with product management.', 'In review.'],
  shipped: [
    'It is in the new version.',
    'Done, please look at it.',
    'Reworked, with your example.',
    'Changed throughout.',
  ],
  declined: [
    'It would make it too long for its purpose.',
    'There is another document for this: see the playbook.',
    'We may not name customers there.',
    'Product management is about to drop the feature.',
    'Too few markets need it to keep it up to date.',
    'The figures are confidential.',
  ],
  late: ['Overtaken by the next campaign.', 'We have nobody left to do it this year.'],
  duplicate: ['The same as another suggestion.', 'Already asked for; votes are carried over.'],
  new: ['On a second look it is something else.'],
  hidden: ['Names a customer.', 'About a person, not about the material.'],
  reopened: ['You are right, it does not solve it yet.', 'Taken up again after the feedback.'],
};

/** @typedef {{ wish: readonly string[], chosen: Map<string, string>, kind: string, year: number }} Meaning what a suggestion is about */

/**
 * @param {import('./random.js').Random} random
 * @param {{ kind: string, year: number }} about
 * @returns {Meaning}
 */
export function chooseMeaning(random, { kind, year }) {
  const own = wishesOfKind[kind];
  const wish = own && random.chance(0.2) ? [random.pick(own)] : random.pick(wishes);
  return { wish, chosen: new Map(), kind, year };
}

/** Puts a wish into words. @param {import('./random.js').Random} random @param {Meaning} meaning @param {boolean} isAgain */
export function wordsOf(random, { wish, chosen, kind, year }, isAgain) {
  const text = `${wish.at(isAgain ? -1 : 0)} ${random.pick(because)}`.trim();
  return fillText(random, { text, kind, year, chosen });
}

/** @param {import('./random.js').Random} random @param {string} wanted title or search words */
export function wordsOfRequest(random, wanted) {
  return fillText(random, { text: random.pick(requests), kind: '', year: 0, chosen: new Map([['wanted', wanted]]) });
}

/** A line of a reply or the reason of a step. @param {import('./random.js').Random} random @param {string} step */
export function lineFor(random, step) {
  return fillText(random, { text: random.pick(lines[step] ?? []), kind: '', year: 0 });
}

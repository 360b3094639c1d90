// What people write beside a rating.

/** @type {Readonly<Record<string, readonly string[]>>} */
const complaints = {
  outdated: [
    'The prices on {place} are from {lastYear}.',
    'Still shows the old logo and the old packaging on {place}.',
    '{place} names a release we no longer sell.',
    'The customer list on {place} still has {customer}, who left us.',
    'This {kind} predates the new packages, I had to redo half of it.',
    'The screenshots are two versions behind.',
    'Figures are from {lastYear}, the customer noticed before I did.',
    'The contact on the last page has left the company.',
  ],
  inaccurate: [
    'The throughput on {place} is not what we measured on site.',
    'It says we support {standard}. We do not yet.',
    '{place} promises a go-live in four weeks, delivery says ten.',
    'The saving on {place} does not add up, I checked it twice.',
    'Wrong protocol list, it cost me a call with our engineers.',
    'The comparison with {rival} is wrong about their licence model.',
  ],
  'wrong-audience': [
    'Far too technical for {buyer}.',
    'Fine for engineers, useless with {buyer}.',
    'Written for large accounts, mine have two hundred people.',
    'My customers are in {place2}, none of the examples apply.',
    'Reads like it was made for investors, not for {buyer}.',
    '{buyer} stopped me on {place} and asked what it meant.',
  ],
  'too-long': [
    'Nobody gets past {place}.',
    'I cut it to a third before I dared to send it.',
    'Forty slides for a thirty-minute meeting.',
    'The one thing that matters is on {place}, after everything else.',
    'Too much text for a {kind}.',
  ],
  'hard-to-find': [
    'Took me ten minutes to find, searching for {topic} does not show it.',
    'Had to ask a colleague for the link.',
    'The title says nothing about {topic}.',
    'It is filed under an old product name.',
  ],
  'off-message': [
    'Says the opposite of what the new pitch says about {topic}.',
    'Still sells features, we sell outcomes now.',
    'The claim on {place} is not in our messaging any more.',
    'Sounds like {rival}.',
  ],
  unclear: [
    'I could not explain the chart on {place}.',
    'What does {place} want to say?',
    'Two people on the call read {place} in two different ways.',
    'No clear next step at the end.',
    'Starts in the middle, without the problem it solves.',
  ],
  other: [
    'Would not open on the customer tablet.',
    'The file is too big to send by mail.',
    'No version in {language}, so I could not use it.',
    'Fonts break when I export it.',
  ],
};

/** @type {Readonly<Record<string, readonly string[]>>} */
const complaintsOfKind = {
  'training-module': [
    'The quiz marks a right answer on {topic} as wrong.',
    'An hour of reading aloud. Give us practice instead.',
    'The role play at {place} was the only useful part.',
  ],
  battlecard: [
    'No answer to the one thing {rival} always says.',
    '{rival} changed their prices in {month}, this does not know it.',
  ],
  video: ['The sound is too low for a meeting room.', 'Needs subtitles, we showed it at a stand.'],
  'case-study': ['The customer in it asked not to be named any more.', 'No figures, so {buyer} did not believe it.'],
  'email-template': ['Nobody answers this one.', 'Sounds like a robot wrote it.'],
  datasheet: ['The power consumption is missing.', 'Operating temperatures differ from the manual.'],
};

const mixed = [
  'Usable, but I replaced {place}.',
  'Good structure, weak examples.',
  'Fine after I took out {place}.',
  'OK for a first call, not more.',
  'The part about {topic} is good, the rest is filler.',
  'Does the job. A version in {language} would help.',
];

const praise = [
  '{buyer} asked me to send it to the whole team.',
  'Opened the conversation about {topic} at once.',
  'Used it as it is in three meetings.',
  '{place} does the selling for you.',
  'Finally something short.',
  'The best {kind} we have on {topic}.',
  'Won the second meeting with it.',
  'Answers the question everybody asks about {rival}.',
  'Clear, current, and it fits one screen.',
  'I start every call with {place}.',
];

const wishes = [
  'A short version for {buyer} would help.',
  'Please fix it before {month}.',
  'I can send you what I changed.',
  'My customers are in {place2}.',
  'Half a page on {topic} is all I need.',
  'Ask the team in {region}, they have a better one.',
  'Happy to help with it.',
  'Lost a week over it.',
  '{rival} has a better one.',
  'I used the one from {month} instead.',
];

const thanks = [
  'Thank you.',
  'More like this on {topic}, please.',
  'A version in {language} would be perfect.',
  'Worked with {buyer} in {place2}.',
  'Used it in {month} and twice since.',
  'The team in {region} uses it too.',
  'Keep it this short.',
  'It beat what {rival} had.',
];

/** @type {Readonly<Record<string, readonly string[]>>} */
const fillers = {
  customer: ['Nordbrau', 'Portalis', 'Velden Paper', 'Aquanova', 'Ostrava Steel'],
  standard: ['OPC UA PubSub', 'MTConnect', 'ISA-95', 'PROFINET', 'EtherCAT'],
  rival: ['Halden', 'Orbis', 'Kestrel', 'Novaline', 'Brightforge'],
  buyer: ['the CFO', 'a plant manager', 'procurement', 'the CIO', 'the maintenance lead', 'the quality team'],
  place2: ['the public sector', 'food and beverage', 'the Gulf', 'mid-sized companies', 'rail'],
  topic: ['energy', 'maintenance', 'security', 'traceability', 'the return on investment', 'integration'],
  region: ['Milan', 'Lagos', 'São Paulo', 'Osaka', 'Chicago', 'Leeds', 'Pune', 'Malmö'],
  language: ['French', 'Portuguese', 'Japanese', 'German', 'Spanish', 'Korean'],
  month: ['January', 'March', 'June', 'September'],
};

/**
 * @param {import('./random.js').Random} random
 * @param {{ kind: string, value: number, reasons: readonly string[], year: number }} about
 */
export function makeComment(random, { kind, value, reasons, year }) {
  const own = complaintsOfKind[kind];
  const reason = reasons.length > 0 ? random.pick(reasons) : random.pick(Object.keys(complaints));
  const low = own && random.chance(0.25) ? own : (complaints[reason] ?? mixed);
  const sentence = random.pick(value <= 2 ? low : value === 3 ? mixed : praise);
  const more = random.chance(0.55) ? ` ${random.pick(value <= 3 ? wishes : thanks)}` : '';
  return fillText(random, { text: sentence + more, kind, year });
}

/**
 * Fills in the words in braces.
 *
 * @param {import('./random.js').Random} random
 * @param {{ text: string, kind: string, year: number, chosen?: Map<string, string> }} about `chosen` remembers the words, so that
 *   another text can be about the same
 */
export function fillText(random, { text, kind, year, chosen = new Map() }) {
  const filled = text.replaceAll(/\{(\w+)\}/g, (_, /** @type {string} */ name) => {
    if (name === 'kind') return kind.replaceAll('-', ' ');
    if (name === 'lastYear') return String(year - 1);
    const word = chosen.get(name) ?? (name === 'place' ? placeIn(kind, random) : random.pick(fillers[name] ?? []));
    // Without a map of the caller's every place is another one.
    if (name !== 'place') chosen.set(name, word);
    return word;
  });
  return capital(filled);
}

/** Starts every sentence with a capital: some begin with a word that was filled in. @param {string} text */
function capital(text) {
  return text.replaceAll(/(^|[.?] )(\p{Ll})/gu, (_, before, letter) => `${before}${letter.toUpperCase()}`);
}

/** @param {string} kind @param {import('./random.js').Random} random */
function placeIn(kind, random) {
  const number = Math.ceil(random.next() * 14);
  if (kind === 'deck') return `slide ${number}`;
  if (kind === 'video' || kind === 'training-module') return `minute ${number}`;
  if (kind === 'email-template') return `paragraph ${1 + (number % 4)}`;
  return `page ${1 + (number % 6)}`;
}

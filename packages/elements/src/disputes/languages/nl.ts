import type { DisputeStrings } from '../../shared/dispute-strings.js';

const saying = (what: string, reason: string): string => (reason ? `${what}: ${reason}` : what);

/** The sentences about disputes in Dutch. */
export const strings: DisputeStrings = {
  dispute: 'Deze beoordeling betwisten',
  about: saying,
  reason: 'Waarom?',
  effect:
    'Ze telt niet tot een leidinggevende heeft beslist. Wie beoordeelde hoort het, zonder namen. Wie het materiaal beheert leest uw reden.',
  disputeAgain: 'Opnieuw betwisten',
  effectAgain:
    'Alleen een reden die nog niet is genoemd opent de zaak opnieuw. Wat is beslist, geldt tot er opnieuw is beslist.',
  send: 'Betwisten',
  cancel: 'Annuleren',
  sending: 'Wordt verstuurd…',
  missingReason: 'Zeg waarom, in hoogstens 1000 tekens.',
  missingChoice: 'Kies wat ermee gebeurt.',

  underReview: (day, reason) => saying(`In onderzoek sinds ${day}`, reason),
  upheld: (day, reason) => saying(`Telt niet mee sinds ${day}`, reason),
  rejected: (day, reason) => saying(`Blijft staan, beslist op ${day}`, reason),
  because: (day, reason) => saying(`Betwist op ${day}`, reason),
  statuses: {
    open: 'In onderzoek: ze telt niet tot er is beslist.',
    upheld: 'Ze werd betwist en telt niet.',
    rejected: 'Ze werd betwist; ze blijft staan en telt.',
  },

  title: 'Betwiste beoordelingen',
  intro:
    'Een betwiste beoordeling telt niet tot iemand anders dan de maker heeft beslist. Niemand krijgt te horen wie beoordeelde.',
  open: (count, written) => (count === 1 ? '1 in onderzoek' : `${written} in onderzoek`),
  settled: (count, written) => (count === 1 ? '1 beslist' : `${written} beslist`),
  nothing: 'Er is geen beoordeling betwist. Een maker kan dat doen naast een opmerking op de pagina van het materiaal.',
  noneOpen: 'Niets wacht op een beslissing.',
  rated: (value, label) => `${value}, ${label}`,
  version: (version) => `versie ${version}`,
  commentGone: 'De opmerking is er niet meer: ze is ingetrokken, veranderd of gewist.',
  settle: 'Beslissen',
  question: 'Wat moet er met de beoordeling gebeuren?',
  choices: { rejected: 'Ze blijft staan', upheld: 'Weglaten' },
  effects: { rejected: 'De beoordeling telt weer.', upheld: 'De beoordeling telt nooit meer.' },
  save: 'Beslissing opslaan',
  settledMeanwhile: (now) => `Iemand anders heeft intussen beslist. ${now}`,
  yourReason: (text) => `U had geschreven: ${text}`,
  settleNote: 'De maker en de beheerders lezen uw reden. Wie beoordeelde ziet wat er is beslist.',

  loading: 'Betwiste beoordelingen worden geladen…',
  failed: 'De betwiste beoordelingen konden niet worden geladen.',
  stale: 'Vernieuwen lukte niet; dit was eerder bekend.',
  noClient: 'Geen lijst: deze pagina is niet met Collateral verbonden.',
  tryAgain: 'Opnieuw proberen',
  failures: {
    'not-signed-in': 'Meld u aan om verder te gaan.',
    forbidden:
      'Dit mag u niet. Er beslist een beheerder die het materiaal niet maakte en de beoordeling niet betwistte.',
    'not-found': 'De beoordeling of de opmerking is er niet meer.',
    'network-failed': 'De server was niet te bereiken.',
    'rate-limited': 'Te veel verzoeken. Wacht even.',
  },
  notSent: 'Het is niet opgeslagen. Wat u schreef staat er nog.',
};

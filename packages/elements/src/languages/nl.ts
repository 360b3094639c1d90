import type { Strings } from '../shared/strings.js';

const plurals = new Intl.PluralRules('nl');
const counts: Readonly<Record<string, (n: string) => string>> = {
  one: (n) => `${n} beoordeling`,
  other: (n) => `${n} beoordelingen`,
};
/** The sentences in Dutch. */
export const strings: Strings = {
  points: [
    { label: 'Onbruikbaar', anchor: 'fout, verouderd of naast de boodschap' },
    { label: 'Zwak', anchor: 'moest flink worden herschreven' },
    { label: 'Redelijk', anchor: 'bruikbaar met aanpassingen' },
    { label: 'Goed', anchor: 'gebruikt zoals het is, het hielp' },
    { label: 'Uitstekend', anchor: 'bracht het gesprek verder' },
  ],
  pointName: (value, { label, anchor }) => `${value}, ${label}: ${anchor}`,
  pointLine: (value, { label, anchor }) => `${value} · ${label} — ${anchor}`,
  scaleHint: (low, lowest, high, highest) => `${low} ${lowest.label} … ${high} ${highest.label}`,
  rating: 'Beoordeling',
  required: 'Kies een beoordeling.',
  rated: (value, { label }) => `Uw beoordeling: ${value}, ${label}`,
  ratedBefore: (version, value, current) => `U gaf ${version} een ${value}. ${current ?? 'Deze versie'} beoordelen?`,
  outOf: (value, highest) => `${value} van ${highest}`,
  score: (mean, low, high) => `${mean} (waarschijnlijk ${low} tot ${high})`,
  count: (count, written) => counts[plurals.select(count)]?.(written) ?? written,
  tooFew: (count, written) => `${strings.count(count, written)} tot nu toe, te weinig voor een score`,
  noRatings: 'Nog geen beoordelingen',
  hidden: 'Verborgen om een kleine groep te beschermen',
  loading: 'Beoordelingen laden…',
  loadFailed: 'De beoordelingen konden niet worden geladen.',
  signIn: 'Meld u aan om beoordelingen te zien en te geven.',
  own: 'Dit is van u; anderen beoordelen het',
  otherScale: (asked, known) =>
    `Deze beoordeling vraagt om de schaal “${asked}”, maar alles wordt beoordeeld op “${known}”. Ze wordt niet getoond.`,
  saving: 'Opslaan…',
  stored: 'Opgeslagen op dit apparaat, wordt verzonden',
  storedInMemory: 'Bewaard in dit tabblad tot het is verzonden. Laat het open',
  waitsForSignIn: 'Niet verzonden: niemand is aangemeld. Is ze na het aanmelden weg, beoordeel dan opnieuw',
  waitsForOwner:
    'Opgeslagen op dit apparaat, niet verzonden: iemand anders is aangemeld. Meld u opnieuw aan om te verzenden.',
  waitsForPermission:
    'Opgeslagen op dit apparaat, niet verzonden: u mag op deze pagina niet beoordelen. Meld het de beheerders; er gaat niets verloren.',
  delivered: 'Verzonden',
  withdrawn: 'Beoordeling ingetrokken',
  notStored: 'Niet opgeslagen: deze browser kon het niet bewaren.',
  refused: 'Niet opgeslagen: de server weigerde het. Kies opnieuw of meld het de beheerders van de pagina.',
  dropped: 'Niet opgeslagen: opgegeven voordat het kon worden verzonden.',
  noClient: 'Kan niet worden opgeslagen: deze pagina is niet met Collateral verbonden.',
  tryAgain: 'Opnieuw proberen',
  withdraw: 'Intrekken',
  undo: 'Ongedaan maken',
  addComment: 'Opmerking',
  whyLow: 'Wat was het probleem?',
  comment: 'Opmerking (optioneel)',
  saveComment: 'Opmerking opslaan',
  askToRate: 'U hebt dit zojuist gebruikt. Hoe goed was het?',
  notNow: 'Niet nu',
  reasons: {
    outdated: 'Verouderd',
    inaccurate: 'Onjuist',
    'wrong-audience': 'Verkeerde doelgroep',
    'too-long': 'Te lang',
    'hard-to-find': 'Moeilijk te vinden',
    'off-message': 'Naast de boodschap',
    unclear: 'Onduidelijk',
    other: 'Anders',
  },
};

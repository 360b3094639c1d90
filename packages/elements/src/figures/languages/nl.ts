import type { FigureStrings } from '../../shared/figure-strings.js';

const ratings = (count: number, written: string): string =>
  count === 1 ? '1 beoordeling' : `${written} beoordelingen`;

/** The sentences around figures in Dutch. */
export const strings: FigureStrings = {
  chart: {
    chart: 'grafiek',
    keys: 'Pijltoetsen gaan langs de waarden, Escape verlaat ze.',
    nothingToDraw: 'Niets te tekenen: geen cijfers voor deze periode.',
    numbers: 'Cijfers en methode',
    howCounted: 'Hoe wordt dit geteld?',
    nextRows: 'Volgende rijen',
    previousRows: 'Vorige rijen',
    rowsShown: (first, last, total) => `Rijen ${first} tot ${last} van ${total}`,
  },

  range: (low, high) => `${low} tot ${high}`,
  likely: (range) => `waarschijnlijk ${range}`,
  outOf: (part, whole) => `${part} van ${whole}`,
  ratings,
  points: (written) => `${written} procentpunt`,
  early: 'Te vroeg',
  earlyDetail: (count, written) => `${ratings(count, written)}, te weinig voor een score`,
  hidden: 'Verborgen',
  hiddenDetail: (minimum) => `Zou iets over minder dan ${minimum} mensen verraden`,
  none: 'Geen gegevens',
  noChange: 'Geen duidelijke verandering',
  change: (difference, likely) => (likely ? `${difference} (${likely})` : difference),
  changeUnknown: 'Niets om mee te vergelijken',
  countingBegan: (day) => `geteld sinds ${day}`,
  beforeWas: (value) => `daarvoor: ${value}`,

  methods: {
    'qualified-views':
      'Hoe vaak het open was en drie seconden of langer werd bekeken; binnen een half uur telt een persoon één keer.',
    'distinct-people': 'Elke persoon telt één keer.',
    downloads: 'Hoe vaak het is gedownload.',
    shares: 'Hoe vaak het is gedeeld.',
    presentations: 'Hoe vaak het is gepresenteerd.',
    completions: 'Hoe vaak iemand het heeft afgerond.',
    wilson: 'Een aandeel, met zijn 95%-interval volgens Wilson.',
    portion: 'Een aandeel van alles wat er is, dus zonder interval.',
    newcombe: 'Verschil van twee aandelen, met zijn 95%-interval volgens Newcombe.',
    'dirichlet-mean':
      'Gemiddelde van de geldige beoordelingen, naar het gebruikelijke getrokken zolang er weinig zijn, met zijn 95%-interval.',
    'mean-difference':
      'Gemiddelde van de beoordelingen uit deze maanden min dat van evenveel maanden daarvoor, met zijn 95%-interval.',
    'version-lift': 'Gemiddelde van deze versie min dat van de vorige, met zijn 95%-interval.',
    'active-time-per-view': 'Tijd waarin het werd bekeken, per weergave.',
    difference: 'Deze periode min de vorige.',
  },
  method: (name) => `Methode “${name}”; de formule staat in docs/metrics.md.`,
  fraction: (part, whole) => `Geteld: ${part} van ${whole}.`,
  observations: (count) => `Berust op ${count} waarnemingen.`,
  fromTo: (days) => `Periode: ${days}.`,
  allTime: 'Periode: wanneer het ook gebeurde.',
  leftOut: (reasons) => `Niet meegeteld: ${reasons}.`,
  reasons: {
    'own-use': 'door de eigenaar zelf',
    service: 'door diensten',
    automation: 'door programma’s',
    new: 'te kort geleden gepubliceerd',
    retired: 'teruggetrokken',
    'no-audience': 'voor niemand bedoeld',
    'outside-audience': 'mensen buiten de doelgroep',
    'not-yet-shown': 'nieuwere beoordelingen, getoond na drie mensen meer',
    'without-use': 'van mensen die het niet eerder hadden gebruikt',
    'not-told-apart': 'na gebruik, getoond zodra er van beide soorten genoeg bij zijn',
    'too-few-on-item': 'beoordelingen van items die er te weinig hebben',
    'no-review-date': 'zonder herzieningsdatum',
    'items-with-hidden-viewers': 'items waarvan de kijkers verborgen zijn',
  },
  nothingLeftOut: 'Alles is meegeteld.',

  course: (name) => `${name} in de tijd`,
  courseSummary: (first, last, most, mostWhen) => `Van ${first} tot ${last}; het meest was ${most}, ${mostWhen}.`,
  courseOne: (value, when) => `${value}, ${when}.`,
  when: 'Wanneer',
  observationsHeading: 'Waarnemingen',
  intervalHeading: 'Waarschijnlijk',

  period: 'Periode',
  periods: {
    'last-30-days': 'Laatste 30 dagen',
    'last-90-days': 'Laatste 90 dagen',
    'last-365-days': 'Laatste 365 dagen',
  },
  quarter: (quarter, year) => `Kwartaal ${quarter}, ${year}`,
  week: (week, year) => `Week ${week}, ${year}`,
  otherMonths: 'Andere maanden…',
  firstMonth: 'Eerste maand',
  lastMonth: 'Laatste maand',
  showMonths: 'Tonen',
  chooseMonths: 'Maanden kiezen',
  download: 'CSV downloaden',
};

import type { OwnScorecardStrings } from '../../shared/scorecard-strings.js';

const plural = (one: string, many: (written: string) => string) => (count: number, written: string) =>
  count === 1 ? one : many(written);

/** The sentences of a scorecard in Dutch. */
export const strings: OwnScorecardStrings = {
  methods: {
    'wilson-clustered':
      'Een aandeel met zijn 95 %-interval volgens Wilson; wat één persoon vaak doet, telt niet als veel meningen.',
    'kaplan-meier': 'De mediaan volgens Kaplan en Meier met zijn 95 %-interval: wat nog wacht, telt als wachtend.',
    'kaplan-meier-at-least':
      'Minder dan de helft is beantwoord; van de mediaan is alleen bekend dat hij langer is dan wat is gezien.',
    'kaplan-meier-open-end':
      'De mediaan volgens Kaplan en Meier. Er zijn te weinig antwoorden om het hoge eind van zijn 95 %-interval te kennen.',
    'weighted-lift':
      'Gemiddeld verschil van nieuwe versies met die ervoor, gewogen naar de dunste kant, met zijn 95 %-interval.',
  },
  reasons: {
    disputed: 'betwist',
    'handed-over': 'overgedragen vóór een antwoord',
    'late-ratings': 'versies waarvan de vorige na hun verschijnen nog werd beoordeeld',
    'not-yet-due': 'nog niet aan de beurt',
    thin: 'versies met te weinig beoordelingen aan één kant',
    'too-few-ratings': 'items met te weinig beoordelingen',
    uneven: 'versies die door te verschillende mensen zijn beoordeeld',
    withdrawn: 'ingetrokken',
  },

  title: (name) => `Scorekaart: ${name}`,
  organisation: 'de organisatie',
  covers: (days, before) => `${days}, vergeleken met ${before}`,
  countedAt: (instant) => `geteld ${instant}`,
  sides: { producing: 'Items maken', using: 'Items gebruiken' },
  measures: {
    P1: {
      name: 'Gebruiksgraad',
      counting: 'Items die iemand anders in de periode gebruikte, van die welke minstens 30 dagen live zijn.',
    },
    P3: {
      name: 'Beoordeling tegen doel',
      counting: 'Items die de doelbeoordeling met een kans van minstens 80 % halen, van die met genoeg beoordelingen.',
    },
    P4: {
      name: 'Eerste antwoord',
      counting:
        'Dagen tot de helft van de suggesties een antwoord of besluit van de eigenaar had; open suggesties tellen mee.',
    },
    P5: {
      name: 'Op tijd beantwoord',
      counting: 'Suggesties die vóór de uiterste dag zijn beantwoord, van die met een uiterste dag in de periode.',
    },
    P6: {
      name: 'Afhandeling',
      counting: 'Suggesties die zijn uitgevoerd of met reden afgewezen, van die uit de periode die 30 dagen oud zijn.',
    },
    P7: {
      name: 'Winst van nieuwe versies',
      counting:
        'Hoeveel beter nieuwe versies worden beoordeeld dan die ervoor, gewogen naar hoeveel mensen beide beoordeelden.',
    },
    P8: {
      name: 'Herziening te laat',
      counting: 'Live items voorbij hun herzieningsdatum, van die welke er een hebben.',
    },
    P9: { name: 'Zonder eigenaar', counting: 'Items zonder eigenaar, van alle live items.' },
    P10: {
      name: 'Gevolg aan lage beoordelingen',
      counting: 'Laag beoordeelde versies waarop binnen 45 dagen een nieuwe versie of onderbouwde afwijzing volgde.',
    },
    P12: {
      name: 'Nagekomen beloften',
      counting: 'Aanvaarde suggesties, uitgevoerd op de eerst beloofde dag, van die met die dag in de periode.',
    },
    T1: {
      name: 'Deelname',
      counting: 'Items die mensen echt gebruikten en binnen 30 dagen beoordeelden, van de gebruikte, per persoon.',
    },
    T2: {
      name: 'Opbouwende beoordelingen',
      counting: 'Lage beoordelingen die zeggen waarom, van alle lage beoordelingen.',
    },
    T3: {
      name: 'Gebruik van verplichte items',
      counting: 'Mensen die een voor hen verplicht item gebruikten, van wie het verplicht is, per item.',
    },
  },
  howToRead:
    '“Beter” en “slechter” staan er als de verandering meer dan toeval is, gelet op hoeveel vragen een scorekaart stelt. “Niet genoeg gegevens” is goed noch slecht.',

  atLeast: (value) => `minstens ${value}`,
  atMost: (value) => `hoogstens ${value}`,
  orMore: (range) => `${range} of meer`,
  from: plural('uit 1 waarneming', (written) => `uit ${written} waarnemingen`),
  tooFew: (detail) => `${detail}: te weinig voor een cijfer`,
  hiddenProducers: 'Zou tonen hoe afzonderlijke makers het doen',
  verdicts: {
    met: 'gehaald',
    missed: 'gemist',
    'not-enough-data': 'niet genoeg gegevens',
    'no-target': 'Geen doel',
  },
  target: (value, verdict) => `Doel ${value}: ${verdict}`,
  targetNote: (value, owner, days, ofOrganisation) =>
    `Doel: ${value}, ${days}; ${owner} staat ervoor in.${ofOrganisation ? ' Het is dat van de organisatie.' : ''}`,
  since: (day) => `sinds ${day}`,
  setTarget: 'Doel stellen',
  changeTarget: 'Doel wijzigen',
  allTargets: 'Doelen door de tijd',
  words: {
    improving: 'Beter',
    worse: 'Slechter',
    'no-clear-change': 'Geen duidelijke verandering',
    'not-enough-data': 'Verandering: niet genoeg gegevens',
  },
  before: (value) => `eerder: ${value}`,
  difference: (value, likely) => (likely ? `${value} (${likely})` : value),
  regression:
    'Is de versie ervoor vernieuwd omdat ze laag was beoordeeld, dan is een deel van de winst terugkeer naar het gemiddelde.',
  behind: 'Wat erachter zit',
  behindOf: (name) => `Wat erachter zit: ${name}`,
  happened: 'Wat er in deze tijd gebeurde',
  newVersions: plural('1 nieuwe versie', (written) => `${written} nieuwe versies`),
  versionLift: (title, version, day, lift) => `${title}, ${version}, ${day}: ${lift}`,
  handOvers: plural('1 item wisselde van eigenaar', (written) => `${written} items wisselden van eigenaar`),
  handOver: (title, from, to, day) => `${title}: van ${from} naar ${to}, ${day}`,
  nobody: 'niemand',
  commitments: (promised, kept, late, open) =>
    `Beloofd voor deze periode: ${promised}. Nagekomen: ${kept}, te laat: ${late}, nog open: ${open}.`,

  evidenceItem: 'Item',
  parts: { hit: 'ja', miss: 'nee', open: 'wacht nog', excluded: 'niet meegeteld' },
  evidenceDays: 'Dagen',
  evidenceShown: (shown, total) => `${shown} van ${total}`,
  evidenceNone: 'Er zit niets achter.',
  evidenceWithheld: (count, written) =>
    `${written} ${count === 1 ? 'staat' : 'staan'} niet in de lijst: dat zou tonen hoe afzonderlijke makers het doen.`,
  evidenceLoading: 'Lijst wordt geladen…',
  evidenceFailed: 'De lijst kon niet worden geladen.',
  more: 'Meer tonen',
  request: 'Een verzoek om nieuwe inhoud',
  versionName: (title, version) => `${title}, ${version}`,
  versionsHeading: 'Nieuwe versies',
  versionsMarked: plural('1 nieuwe versie is gemarkeerd.', (written) => `${written} nieuwe versies zijn gemarkeerd.`),

  comparisons: { producer: 'Producenten naast elkaar', team: 'Teams naast elkaar' },
  subjects: { producer: 'Producent', team: 'Team' },
  measure: 'Maat',
  orderByName: 'Op volgorde van naam; dit is geen ranglijst.',
  orderOfPage: 'In de volgorde van deze pagina; dit is geen ranglijst.',
  overlap: 'Elke balk toont waar het cijfer waarschijnlijk ligt. Waar balken overlappen, kan een verschil toeval zijn.',
  opens: 'Een klik op een rij, of Enter, opent de scorekaart ervan.',
  compared: (type, count, written) => {
    if (type === 'team') return count === 1 ? '1 team.' : `${written} teams.`;
    return count === 1 ? '1 producent.' : `${written} producenten.`;
  },
  comparedWithTarget: (compared, counts) => `${compared} Doel ${counts}.`,
  evidenceHeading: 'Grondslag',
  targetHeading: 'Doel',
  changeHeading: 'Verandering',
  notShown: (count, written, minimum) =>
    `${count === 1 ? 'Nog 1 wordt' : `Nog ${written} worden`} niet getoond: minder dan ${minimum} mensen, of ze zouden zo’n groep verraden.`,
  nobodyToCompare: 'In deze periode is er niemand te vergelijken, of niemand van wie u de cijfers mag zien.',
  back: 'Terug naar de vergelijking',

  loading: 'Scorekaart wordt geladen…',
  nothingYet: 'Er is nog niets geteld. Cijfers verschijnen met de eerste weergaven, beoordelingen en suggesties.',
  failures: {
    'not-signed-in': 'Meld u aan om deze scorekaart te zien.',
    forbidden: 'U mag deze scorekaart niet zien. Managers zien die van hun teams en producenten.',
    'not-found': 'Die producent of dat team bestaat niet, of u mag het niet zien.',
    'network-failed': 'De server was niet te bereiken.',
    'invalid-query': 'Hiervan is er in deze periode geen scorekaart.',
  },
  failed: 'De scorekaart kon niet worden geladen.',
  stale: (instant) => `Vernieuwen lukte niet. Deze cijfers zijn van ${instant}.`,
  noClient: 'Geen scorekaart: deze pagina is niet met Collateral verbonden.',
  tryAgain: 'Opnieuw proberen',
};

import type { OwnScorecardStrings } from '../../shared/scorecard-strings.js';

const plural = (one: string, many: (written: string) => string) => (count: number, written: string) =>
  count === 1 ? one : many(written);

/** The sentences of a scorecard in German. */
export const strings: OwnScorecardStrings = {
  methods: {
    'wilson-clustered':
      'Ein Anteil mit seinem 95-%-Intervall nach Wilson; was eine Person oft tat, zählt nicht als viele Meinungen.',
    'kaplan-meier': 'Der Median nach Kaplan und Meier mit seinem 95-%-Intervall: Was noch wartet, zählt als wartend.',
    'kaplan-meier-at-least':
      'Weniger als die Hälfte ist beantwortet; vom Median ist nur bekannt, dass er länger ist als das bisher Gesehene.',
    'kaplan-meier-open-end':
      'Der Median nach Kaplan und Meier. Zu wenige sind beantwortet, um das obere Ende seines 95-%-Intervalls zu kennen.',
    'weighted-lift':
      'Mittlere Differenz neuer Versionen zu denen davor, je gewichtet nach der dünneren Seite, mit ihrem 95-%-Intervall.',
  },
  reasons: {
    disputed: 'bestritten',
    'handed-over': 'vor einer Antwort übergeben',
    'late-ratings': 'Versionen, deren Vorgänger nach ihrem Erscheinen noch bewertet wurde',
    'not-yet-due': 'noch nicht fällig',
    thin: 'Versionen mit zu wenigen Bewertungen auf einer Seite',
    'too-few-ratings': 'Inhalte mit zu wenigen Bewertungen',
    uneven: 'Versionen, die zu verschiedene Personen bewertet haben',
    withdrawn: 'zurückgenommen',
  },

  title: (name) => `Leistungsbild: ${name}`,
  organisation: 'die Organisation',
  covers: (days, before) => `${days}, verglichen mit ${before}`,
  countedAt: (instant) => `gezählt ${instant}`,
  sides: { producing: 'Inhalte machen', using: 'Inhalte nutzen' },
  measures: {
    P1: {
      name: 'Nutzungsquote',
      counting: 'Inhalte, die im Zeitraum jemand anderes nutzte, von denen, die seit mindestens 30 Tagen da sind.',
    },
    P3: {
      name: 'Bewertung gegen Ziel',
      counting:
        'Inhalte, die die Zielbewertung mit mindestens 80 % Wahrscheinlichkeit erreichen, von denen mit genug Bewertungen.',
    },
    P4: {
      name: 'Erste Antwort',
      counting:
        'Tage, bis die Hälfte der Vorschläge eine Antwort oder Entscheidung der Verantwortlichen hatte; offene zählen mit.',
    },
    P5: {
      name: 'Rechtzeitig beantwortet',
      counting: 'Vorschläge, die bis zum fälligen Tag beantwortet waren, von den im Zeitraum fälligen.',
    },
    P6: {
      name: 'Erledigung',
      counting: 'Umgesetzte oder mit Grund abgelehnte Vorschläge, von denen aus dem Zeitraum, die 30 Tage alt sind.',
    },
    P7: {
      name: 'Gewinn neuer Versionen',
      counting:
        'Um wie viel besser neue Versionen bewertet werden als die davor, gewichtet nach der Zahl derer, die beide bewerteten.',
    },
    P8: { name: 'Prüfung überfällig', counting: 'Inhalte über ihrem Prüfdatum, von denen, die eines haben.' },
    P9: { name: 'Ohne Verantwortliche', counting: 'Inhalte ohne Verantwortliche, von allen, die da sind.' },
    P10: {
      name: 'Folgen schwacher Bewertungen',
      counting:
        'Schwach bewertete Versionen, auf die binnen 45 Tagen eine neue Version oder eine begründete Ablehnung folgte.',
    },
    P12: {
      name: 'Gehaltene Zusagen',
      counting: 'Angenommene Vorschläge, am zuerst zugesagten Tag umgesetzt, von den im Zeitraum fälligen.',
    },
    T1: {
      name: 'Beteiligung',
      counting: 'Inhalte, die jemand wirklich nutzte und binnen 30 Tagen bewertete, von den genutzten, je Person.',
    },
    T2: {
      name: 'Begründete Bewertungen',
      counting: 'Schwache Bewertungen, die sagen, warum, von allen schwachen.',
    },
    T3: {
      name: 'Nutzung von Pflichtinhalten',
      counting: 'Personen, die einen Pflichtinhalt nutzten, von denen, für die er Pflicht ist, je Inhalt.',
    },
  },
  howToRead:
    '„Besser“ und „schlechter“ steht da, wenn die Änderung mehr als Zufall ist, gemessen daran, wie viele Fragen das Bild stellt. „Nicht genug Daten“ ist weder gut noch schlecht.',

  atLeast: (value) => `mindestens ${value}`,
  atMost: (value) => `höchstens ${value}`,
  orMore: (range) => `${range} oder mehr`,
  from: plural('aus 1 Beobachtung', (written) => `aus ${written} Beobachtungen`),
  tooFew: (detail) => `${detail}: zu wenige für eine Zahl`,
  hiddenProducers: 'Würde zeigen, wie Einzelne abschneiden',
  verdicts: { met: 'erreicht', missed: 'verfehlt', 'not-enough-data': 'nicht genug Daten', 'no-target': 'Kein Ziel' },
  target: (value, verdict) => `Ziel ${value}: ${verdict}`,
  targetNote: (value, owner, days, ofOrganisation) =>
    `Ziel: ${value}, ${days}; verantwortlich ist ${owner}.${ofOrganisation ? ' Es ist das der Organisation.' : ''}`,
  since: (day) => `seit ${day}`,
  setTarget: 'Ziel setzen',
  changeTarget: 'Ziel ändern',
  allTargets: 'Ziele im Lauf der Zeit',
  words: {
    improving: 'Besser',
    worse: 'Schlechter',
    'no-clear-change': 'Keine klare Änderung',
    'not-enough-data': 'Änderung: nicht genug Daten',
  },
  before: (value) => `vorher: ${value}`,
  difference: (value, likely) => (likely ? `${value} (${likely})` : value),
  regression:
    'Wurde die Version davor neu gemacht, weil sie schwach bewertet war, ist ein Teil des Gewinns Rückkehr zum Mittel.',
  behind: 'Was dahintersteht',
  behindOf: (name) => `Was dahintersteht: ${name}`,
  happened: 'Was in dieser Zeit geschah',
  newVersions: plural('1 neue Version', (written) => `${written} neue Versionen`),
  versionLift: (title, version, day, lift) => `${title}, ${version}, ${day}: ${lift}`,
  handOvers: plural('1 Inhalt wechselte die Hände', (written) => `${written} Inhalte wechselten die Hände`),
  handOver: (title, from, to, day) => `${title}: von ${from} an ${to}, ${day}`,
  nobody: 'niemand',
  commitments: (promised, kept, late, open) =>
    `Für diesen Zeitraum zugesagt: ${promised}. Gehalten: ${kept}, verspätet: ${late}, noch offen: ${open}.`,

  evidenceItem: 'Inhalt',
  parts: { hit: 'ja', miss: 'nein', open: 'wartet noch', excluded: 'nicht mitgezählt' },
  evidenceDays: 'Tage',
  evidenceShown: (shown, total) => `${shown} von ${total}`,
  evidenceNone: 'Dahinter steht nichts.',
  evidenceWithheld: (count, written) =>
    `${written} ${count === 1 ? 'steht' : 'stehen'} nicht in der Liste: Das würde zeigen, wie Einzelne abschneiden.`,
  evidenceLoading: 'Liste wird geladen …',
  evidenceFailed: 'Die Liste konnte nicht geladen werden.',
  more: 'Mehr zeigen',
  request: 'Ein Wunsch nach neuem Inhalt',
  versionName: (title, version) => `${title}, ${version}`,
  versionsHeading: 'Neue Versionen',
  versionsMarked: plural('1 neue Version ist markiert.', (written) => `${written} neue Versionen sind markiert.`),

  comparisons: { producer: 'Produzenten nebeneinander', team: 'Teams nebeneinander' },
  subjects: { producer: 'Produzent', team: 'Team' },
  measure: 'Maß',
  orderByName: 'In der Reihenfolge der Namen; das ist keine Rangliste.',
  orderOfPage: 'In der Reihenfolge dieser Seite; das ist keine Rangliste.',
  overlap:
    'Jeder Balken zeigt, wo die Zahl wahrscheinlich liegt. Wo Balken sich überlappen, kann ein Unterschied Zufall sein.',
  opens: 'Ein Klick auf eine Zeile oder die Eingabetaste öffnet ihr Leistungsbild.',
  compared: (type, count, written) => {
    if (type === 'team') return count === 1 ? '1 Team.' : `${written} Teams.`;
    return count === 1 ? '1 Produzent.' : `${written} Produzenten.`;
  },
  comparedWithTarget: (compared, counts) => `${compared} Ziel ${counts}.`,
  evidenceHeading: 'Grundlage',
  targetHeading: 'Ziel',
  changeHeading: 'Änderung',
  notShown: (count, written, minimum) =>
    `${count === 1 ? '1 weiteres wird' : `${written} weitere werden`} nicht gezeigt: weniger als ${minimum} Personen, oder sie verrieten eine solche Gruppe.`,
  nobodyToCompare:
    'In diesem Zeitraum gibt es niemanden zu vergleichen, oder niemanden, dessen Zahlen Sie sehen dürfen.',
  back: 'Zurück zum Vergleich',

  loading: 'Leistungsbild wird geladen …',
  nothingYet: 'Noch ist nichts gezählt. Zahlen erscheinen mit den ersten Aufrufen, Bewertungen und Vorschlägen.',
  failures: {
    'not-signed-in': 'Melden Sie sich an, um dieses Leistungsbild zu sehen.',
    forbidden: 'Sie dürfen dieses Leistungsbild nicht sehen. Führungskräfte sehen die ihrer Teams und Produzenten.',
    'not-found': 'Diesen Produzenten oder dieses Team gibt es nicht, oder Sie dürfen es nicht sehen.',
    'network-failed': 'Der Server war nicht zu erreichen.',
    'invalid-query': 'Dazu gibt es in diesem Zeitraum kein Leistungsbild.',
  },
  failed: 'Das Leistungsbild konnte nicht geladen werden.',
  stale: (instant) => `Aktualisieren ging nicht. Diese Zahlen sind von ${instant}.`,
  noClient: 'Kein Leistungsbild: diese Seite ist nicht mit Collateral verbunden.',
  tryAgain: 'Erneut versuchen',
};

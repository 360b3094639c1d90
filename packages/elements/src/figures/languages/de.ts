import type { FigureStrings } from '../../shared/figure-strings.js';

const ratings = (count: number, written: string): string => (count === 1 ? '1 Bewertung' : `${written} Bewertungen`);

/** The sentences around figures in German. */
export const strings: FigureStrings = {
  chart: {
    chart: 'Diagramm',
    keys: 'Pfeiltasten gehen durch die Werte, Escape verlässt sie.',
    nothingToDraw: 'Nichts zu zeichnen: keine Zahlen für diesen Zeitraum.',
    numbers: 'Zahlen und Methode',
    howCounted: 'Wie wird das gezählt?',
    nextRows: 'Nächste Zeilen',
    previousRows: 'Vorige Zeilen',
    rowsShown: (first, last, total) => `Zeilen ${first} bis ${last} von ${total}`,
  },

  range: (low, high) => `${low} bis ${high}`,
  likely: (range) => `wahrscheinlich ${range}`,
  outOf: (part, whole) => `${part} von ${whole}`,
  ratings,
  points: (written) => `${written} Prozentpunkte`,
  early: 'Zu früh',
  earlyDetail: (count, written) => `${ratings(count, written)}, zu wenige für eine Note`,
  hidden: 'Verborgen',
  hiddenDetail: (minimum) => `Würde etwas über weniger als ${minimum} Personen verraten`,
  none: 'Keine Daten',
  noChange: 'Keine klare Änderung',
  change: (difference, likely) => (likely ? `${difference} (${likely})` : difference),
  changeUnknown: 'Kein Vergleich möglich',
  countingBegan: (day) => `gezählt wird seit dem ${day}`,
  beforeWas: (value) => `vorher: ${value}`,

  methods: {
    'qualified-views':
      'Wie oft etwas offen war und mindestens drei Sekunden angesehen wurde; in einer halben Stunde zählt eine Person einmal.',
    'distinct-people': 'Jede Person zählt einmal.',
    downloads: 'Wie oft es heruntergeladen wurde.',
    shares: 'Wie oft es geteilt wurde.',
    presentations: 'Wie oft es vorgeführt wurde.',
    completions: 'Wie oft es jemand abgeschlossen hat.',
    wilson: 'Ein Anteil mit seinem 95-%-Intervall nach Wilson.',
    portion: 'Ein Anteil an allem, was es gibt, also ohne Intervall.',
    newcombe: 'Differenz zweier Anteile mit ihrem 95-%-Intervall nach Newcombe.',
    'dirichlet-mean':
      'Mittel der gültigen Bewertungen, zum Üblichen gezogen, solange es wenige sind, mit seinem 95-%-Intervall.',
    'mean-difference':
      'Mittel der Bewertungen aus diesen Monaten minus das aus ebenso vielen Monaten davor, mit seinem 95-%-Intervall.',
    'version-lift': 'Mittel dieser Version minus das der Version davor, mit seinem 95-%-Intervall.',
    'active-time-per-view': 'Zeit, in der es angesehen wurde, je Aufruf.',
    difference: 'Dieser Zeitraum minus der davor.',
  },
  method: (name) => `Methode „${name}“; die Formel steht in docs/metrics.md.`,
  fraction: (part, whole) => `Gezählt: ${part} von ${whole}.`,
  observations: (count) => `Grundlage: ${count} Beobachtungen.`,
  fromTo: (days) => `Zeitraum: ${days}.`,
  allTime: 'Zeitraum: gleich wann es geschah.',
  leftOut: (reasons) => `Nicht mitgezählt: ${reasons}.`,
  reasons: {
    'own-use': 'von den Verantwortlichen selbst',
    service: 'von Diensten',
    automation: 'von Programmen',
    new: 'zu kurz veröffentlicht',
    retired: 'zurückgezogen',
    'no-audience': 'für niemanden bestimmt',
    'outside-audience': 'Personen außerhalb der Zielgruppe',
    'not-yet-shown': 'neuere Bewertungen, gezeigt nach drei weiteren Personen',
    'too-few-on-item': 'Bewertungen von Inhalten mit zu wenigen davon',
    'no-review-date': 'ohne Prüfdatum',
    'items-with-hidden-viewers': 'Inhalte, deren Betrachter verborgen sind',
  },
  nothingLeftOut: 'Alles wurde mitgezählt.',

  course: (name) => `${name} im Verlauf`,
  courseSummary: (first, last, most, mostWhen) => `Von ${first} bis ${last}; am meisten waren es ${most}, ${mostWhen}.`,
  courseOne: (value, when) => `${value}, ${when}.`,
  when: 'Wann',
  observationsHeading: 'Beobachtungen',
  intervalHeading: 'Wahrscheinlich',
};

import type { FigureStrings } from '../../shared/figure-strings.js';

const ratings = (count: number, written: string): string => (count === 1 ? '1 valutazione' : `${written} valutazioni`);

/** The sentences around figures in Italian. */
export const strings: FigureStrings = {
  chart: {
    chart: 'grafico',
    keys: 'Le frecce scorrono i valori, Esc li lascia.',
    nothingToDraw: 'Niente da disegnare: nessuna cifra per questo periodo.',
    numbers: 'Cifre e metodo',
    howCounted: 'Come si conta?',
    nextRows: 'Righe successive',
    previousRows: 'Righe precedenti',
    rowsShown: (first, last, total) => `Righe da ${first} a ${last} di ${total}`,
  },

  range: (low, high) => `da ${low} a ${high}`,
  likely: (range) => `probabilmente ${range}`,
  outOf: (part, whole) => `${part} di ${whole}`,
  ratings,
  points: (written) => `${written} punti`,
  early: 'Troppo presto',
  earlyDetail: (count, written) => `${ratings(count, written)}, troppo poche per un voto`,
  hidden: 'Nascosto',
  hiddenDetail: (minimum) => `Rivelerebbe dati su meno di ${minimum} persone`,
  none: 'Nessun dato',
  noChange: 'Nessun cambiamento netto',
  change: (difference, likely) => (likely ? `${difference} (${likely})` : difference),
  changeUnknown: 'Niente con cui confrontare',
  countingBegan: (day) => `si conta dal ${day}`,
  beforeWas: (value) => `prima: ${value}`,

  methods: {
    'qualified-views':
      'Volte in cui era aperto e guardato per tre secondi o più; in mezz’ora ogni persona conta una volta.',
    'distinct-people': 'Ogni persona conta una volta.',
    downloads: 'Volte in cui è stato scaricato.',
    shares: 'Volte in cui è stato condiviso.',
    presentations: 'Volte in cui è stato presentato.',
    completions: 'Volte in cui qualcuno lo ha completato.',
    wilson: 'Una quota, con il suo intervallo al 95 % secondo Wilson.',
    portion: 'Una quota di tutto ciò che c’è, quindi senza intervallo.',
    newcombe: 'Differenza di due quote, con il suo intervallo al 95 % secondo Newcombe.',
    'dirichlet-mean':
      'Media delle valutazioni valide, avvicinata al solito finché sono poche, con il suo intervallo al 95 %.',
    'mean-difference':
      'Media delle valutazioni di questi mesi meno quella di altrettanti mesi prima, con il suo intervallo al 95 %.',
    'version-lift': 'Media di questa versione meno quella della precedente, con il suo intervallo al 95 %.',
    'active-time-per-view': 'Tempo in cui è stato guardato, per vista.',
    difference: 'Questo periodo meno il precedente.',
  },
  method: (name) => `Metodo «${name}»; la formula è in docs/metrics.md.`,
  fraction: (part, whole) => `Contato: ${part} di ${whole}.`,
  observations: (count) => `Si basa su ${count} osservazioni.`,
  fromTo: (days) => `Periodo: ${days}.`,
  allTime: 'Periodo: in qualsiasi momento.',
  leftOut: (reasons) => `Non contato: ${reasons}.`,
  reasons: {
    'own-use': 'dal responsabile stesso',
    service: 'da servizi',
    automation: 'da programmi',
    new: 'pubblicato da troppo poco',
    retired: 'ritirato',
    'no-audience': 'destinato a nessuno',
    'outside-audience': 'persone fuori dal pubblico previsto',
    'not-yet-shown': 'valutazioni più recenti, mostrate dopo altre tre persone',
    'too-few-on-item': 'valutazioni di contenuti che ne hanno troppo poche',
    'no-review-date': 'senza data di revisione',
    'items-with-hidden-viewers': 'contenuti i cui lettori sono nascosti',
  },
  nothingLeftOut: 'È stato contato tutto.',

  course: (name) => `${name} nel tempo`,
  courseSummary: (first, last, most, mostWhen) => `Da ${first} a ${last}; il massimo è stato ${most}, ${mostWhen}.`,
  courseOne: (value, when) => `${value}, ${when}.`,
  when: 'Quando',
  observationsHeading: 'Osservazioni',
  intervalHeading: 'Probabile',
};
